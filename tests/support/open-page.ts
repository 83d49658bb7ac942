import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { ana, type SlackWithApp, startSlackWithApp } from './local-slack.js';

const commands = [{ command: '/check-in', description: 'Open the check-in' }];

/** A modal with a required text and an optional choice that tells the app at once. */
export function page(title: string, more: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: 'page',
    title: { type: 'plain_text', text: title },
    submit: { type: 'plain_text', text: 'Save' },
    blocks: [
      {
        type: 'input',
        block_id: 'evidence',
        label: { type: 'plain_text', text: 'What did you do?' },
        element: { type: 'plain_text_input', action_id: 'text', multiline: true },
      },
      {
        type: 'input',
        block_id: 'rating',
        optional: true,
        dispatch_action: true,
        label: { type: 'plain_text', text: 'How does it look?' },
        element: {
          type: 'radio_buttons',
          action_id: 'choice',
          options: ['Not yet', 'Meeting'].map((text) => ({
            text: { type: 'plain_text', text },
            value: text.toLowerCase(),
          })),
        },
      },
    ],
    ...more,
  };
}

/** Ana has a modal open; `register` adds what the app does next. */
export async function openPage(register: (app: App) => void, view = page('1 of 2')) {
  const running: SlackWithApp = await startSlackWithApp(
    (app) => {
      app.command('/check-in', async ({ ack, client, body }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view });
      });
      register(app);
    },
    { app: { commands } },
  );
  const { slack, stop } = running;
  const person = slack.as(ana);
  await person.command('/check-in');
  await slack.waitFor(() => person.modal(), 20_000);
  return { slack, person, stop };
}
