import type { App } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import { openPage, page } from '../support/open-page.js';

let stop: (() => Promise<void>) | undefined;

afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function open(register: (app: App) => void, view = page('1 of 2')) {
  const opened = await openPage(register, view);
  stop = opened.stop;
  return opened;
}

test('a submission carries what was typed and chosen, and an empty ack closes the modal', async () => {
  const seen: unknown[] = [];
  const { person } = await open((app) =>
    app.view('page', async ({ ack, view }) => {
      seen.push(view.state.values);
      await ack();
    }),
  );
  await person.type('What did you do?', 'Ran the workshop');
  await person.choose('modal', 'How does it look?', 'Meeting');
  expect(await person.submit()).toMatchObject({ ok: true, status: 200 });
  expect(seen).toMatchObject([
    {
      evidence: { text: { type: 'plain_text_input', value: 'Ran the workshop' } },
      rating: { choice: { selected_option: { value: 'meeting' } } },
    },
  ]);
  expect(person.modal()).toBeUndefined();
});

test('a required input stays with the person until it is filled', async () => {
  const { person } = await open(() => undefined);
  const result = await person.submit();
  expect(result).toMatchObject({ ok: false, dispatched: false });
  expect(person.modal()?.errors).toEqual({ evidence: 'Please complete this required field.' });
});

test('a choice in an input with dispatch_action tells the app at once, with all that was typed', async () => {
  const seen: unknown[] = [];
  const { person } = await open((app) =>
    app.action('choice', async ({ ack, body }) => {
      if (body.type === 'block_actions') seen.push(body.view?.state.values);
      await ack();
    }),
  );
  await person.type('evidence', 'Half a sentence');
  await person.choose('modal', 'rating', 'Not yet');
  expect(seen).toMatchObject([
    {
      evidence: { text: { value: 'Half a sentence' } },
      rating: { choice: { type: 'radio_buttons' } },
    },
  ]);
});

test('typing tells the app only where the input asks for it', async () => {
  const { slack, person } = await open((app) => app.action('text', ({ ack }) => ack()), {
    ...page('1 of 2'),
    blocks: [
      {
        type: 'input',
        block_id: 'search',
        dispatch_action: true,
        label: { type: 'plain_text', text: 'Search' },
        element: {
          type: 'plain_text_input',
          action_id: 'text',
          dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
        },
      },
    ],
  });
  expect(await person.type('Search', 'stake')).toMatchObject({ dispatched: true, status: 200 });
  expect(await person.enter('Search')).toMatchObject({ dispatched: false });
  expect(slack.requests.filter((one) => one.kind === 'block_actions')).toHaveLength(1);
});

test('an update keeps what was typed where the input stays, and drops it where it goes', async () => {
  const { slack, person } = await open((app) =>
    app.action('choice', async ({ ack, body, client }) => {
      await ack();
      if (body.type !== 'block_actions' || !body.view) return;
      const next = page('Updated');
      const [first, second] = next.blocks;
      if (!first || !second) return;
      const blocks = [first, { ...second, block_id: 'rating-again' }];
      await client.views.update({ view_id: body.view.id, view: { ...next, blocks } });
    }),
  );
  await person.type('evidence', 'Still here');
  await person.choose('modal', 'rating', 'Meeting');
  await slack.waitFor(() => person.modal()?.title === 'Updated');
  expect(person.modal()?.values).toEqual({
    evidence: { text: 'Still here' },
    'rating-again': { choice: null },
  });
});

test('closing tells the app where it asked to know', async () => {
  const closed: boolean[] = [];
  const { person } = await open(
    (app) =>
      app.view({ callback_id: 'page', type: 'view_closed' }, async ({ ack, body }) => {
        if (body.type === 'view_closed') closed.push(body.is_cleared);
        await ack();
      }),
    page('1 of 2', { notify_on_close: true }),
  );
  await person.close();
  expect(closed).toEqual([false]);
  expect(person.modal()).toBeUndefined();
});
