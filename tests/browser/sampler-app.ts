import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { everyInput, everyMessageBlock, option } from './sampler-blocks.js';

/** What the sampler app was told, in order. */
export interface Told {
  /** Texts of submissions, by block_id. */
  submitted: Record<string, string | null | undefined>[];
  actions: string[];
  closed: string[];
}

/** A small app that shows every block, and answers in each way that an app can. */
export function registerSampler(app: App): Told {
  const told: Told = { submitted: [], actions: [], closed: [] };
  app.command('/sample', async ({ ack, command, client }) => {
    if (command.text === 'silence') return;
    if (command.text !== 'modal') {
      const blocks = everyMessageBlock() as KnownBlock[];
      return ack({ text: 'Senior Business Operations Manager', blocks });
    }
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: everyInput() });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    const blocks = everyMessageBlock().filter((one) =>
      /section|header|actions/.test(JSON.stringify(one).slice(0, 30)),
    );
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: blocks as KnownBlock[] },
    });
  });
  app.shortcut('sample_keep', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: everyInput('Keep this') });
  });
  app.action(/.*/, async ({ ack, action, body, client, respond }) => {
    await ack();
    const id = 'action_id' in action ? action.action_id : '';
    told.actions.push(id);
    if (id === 'push' && 'trigger_id' in body) {
      await client.views.push({
        trigger_id: String(body.trigger_id),
        view: { ...everyInput('A closer look'), callback_id: 'closer' },
      });
    }
    if (id === 'go')
      await respond({ text: 'Started.', replace_original: false, response_type: 'ephemeral' });
  });
  app.options('look', async ({ ack, options }) => {
    const found = ['Associate', 'Manager', 'Senior', 'Team leader'].filter((one) =>
      one.toLowerCase().includes(options.value.toLowerCase()),
    );
    await ack({ options: found.map((one) => option(one)) });
  });
  app.view('sampler', async ({ ack, view }) => {
    const name = view.state.values.name?.text?.value;
    if (name === 'silence') return;
    told.submitted.push({ name, evidence: view.state.values.evidence?.text?.value });
    if (name === 'wrong') {
      await ack({ response_action: 'errors', errors: { name: 'Another name, please.' } });
    } else await ack();
  });
  app.view({ callback_id: 'sampler', type: 'view_closed' }, async ({ ack }) => {
    told.closed.push('sampler');
    await ack();
  });
  return told;
}
