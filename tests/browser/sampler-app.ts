import type { AllMiddlewareArgs, App, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { everyMessageBlock, option, rareMessageBlocks } from './sampler-blocks.js';
import { everyInput } from './sampler-modal.js';

/** The requests that the sampler app got, in order. */
export interface MessageContent {
  /** The texts of submissions, by block_id. */
  submitted: { name: string | null | undefined; evidence: string | null | undefined }[];
  /** Action ids. */
  actions: string[];
  /** Callback ids. */
  closed: string[];
}

type Answer = (args: SlackCommandMiddlewareArgs & AllMiddlewareArgs) => Promise<unknown>;

/** What `/sample` does, by the word after it. */
const answers: Record<string, Answer> = {
  '': ({ ack }) =>
    ack({ text: 'Every block', blocks: everyMessageBlock() as unknown as KnownBlock[] }),
  rare: ({ ack }) =>
    ack({ text: 'Rare blocks', blocks: rareMessageBlocks() as unknown as KnownBlock[] }),
  modal: async ({ ack, command, client }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: everyInput() });
  },
  'tell Ben': async ({ ack, client }) => {
    await ack();
    await client.chat.postMessage({ channel: 'U0BEN', text: 'Ana has checked in.' });
  },
  html: ({ ack }) => ack({ text: '<script>document.title = 1</script> <b>not bold</b>' }),
  'too long': async ({ ack, client, command }) => {
    await ack();
    const section = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } };
    const message = { channel: command.user_id, text: 'Long', blocks: [section as KnownBlock] };
    await client.chat.postMessage(message).catch(() => undefined);
  },
  silence: async () => undefined,
};

/** A small app that shows every block, and answers in each way that an app can. */
export function registerSampler(app: App): MessageContent {
  const told: MessageContent = { submitted: [], actions: [], closed: [] };
  app.command('/sample', async (args) => {
    await answers[args.command.text]?.(args);
  });
  app.shortcut('sample_keep', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: everyInput('Keep this') });
  });
  app.action(/.*/, async ({ ack, action, body, client, respond }) => {
    await ack();
    const id = 'action_id' in action ? action.action_id : '';
    told.actions.push(id);
    if (body.type !== 'block_actions') return;
    if (id === 'push') {
      const view = { ...everyInput('A closer look'), callback_id: 'closer' };
      await client.views.push({ trigger_id: body.trigger_id, view });
    }
    if (id === 'rate' && body.view) {
      await client.views.update({ view_id: body.view.id, view: everyInput('Choice kept') });
    }
    if (id === 'go') await respond({ text: 'Started.', replace_original: false });
  });
  app.options('look', async ({ ack, options }) => {
    const roles = ['Associate', 'Manager', 'Senior', 'Team leader'];
    const wanted = options.value.toLowerCase();
    const found = roles.filter((role) => role.toLowerCase().includes(wanted));
    await ack({ options: found.map((role) => option(role)) });
  });
  app.view('sampler', async ({ ack, view }) => {
    const { name, evidence } = view.state.values;
    if (name?.text?.value === 'silence') return;
    told.submitted.push({ name: name?.text?.value, evidence: evidence?.text?.value });
    if (name?.text?.value !== 'wrong') return ack();
    await ack({ response_action: 'errors', errors: { name: 'Another name, please.' } });
  });
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack, view }) => {
    told.closed.push(view.callback_id);
    await ack();
  });
  return told;
}
