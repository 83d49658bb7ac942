import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, expect, test } from 'vitest';
import { ana, type SlackWithApp, startSlackWithApp } from '../support/local-slack.js';

const commands = [{ command: '/check-in', description: 'Open the check-in' }];
let running: SlackWithApp | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

function page(title: string, more: Partial<ModalView> = {}): ModalView {
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

/** Ana has the page open; the app does the rest as the test says. */
async function open(register: (app: App) => void, view = page('1 of 2'), ackMs = 1000) {
  running = await startSlackWithApp(
    (app) => {
      app.command('/check-in', async ({ ack, client, body }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view });
      });
      register(app);
    },
    { app: { commands }, timing: { ackMs } },
  );
  const { slack } = running;
  const person = slack.as(ana);
  await person.command('/check-in');
  await slack.waitFor(() => person.modal());
  return { slack, person };
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

test('errors of the app stand under their inputs, and the modal stays', async () => {
  const { person } = await open((app) =>
    app.view('page', ({ ack }) =>
      ack({ response_action: 'errors', errors: { evidence: 'Say when' } }),
    ),
  );
  await person.type('evidence', 'Something');
  expect((await person.submit()).errors).toEqual({ evidence: 'Say when' });
  expect(person.modal()).toMatchObject({ errors: { evidence: 'Say when' }, busy: false });
});

test('errors for a block that is no input are refused', async () => {
  const { slack, person } = await open((app) =>
    app.view('page', ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: 'Hm' } })),
  );
  await person.type('evidence', 'Something');
  expect((await person.submit()).problem).toBe('We had some trouble connecting. Try again?');
  expect(slack.refusals[0]?.reasons).toEqual(['errors.nowhere: no input block has this block_id']);
});

test('an app that does not answer leaves the modal open with its text, to be sent again', async () => {
  let silent = true;
  const { person } = await open(
    (app) =>
      app.view('page', async ({ ack }) => {
        if (!silent) await ack();
      }),
    page('1 of 2'),
    100,
  );
  await person.type('evidence', 'Ran the workshop');
  expect((await person.submit()).problem).toBe('We had some trouble connecting. Try again?');
  expect(person.modal()?.values.evidence).toEqual({ text: 'Ran the workshop' });
  silent = false;
  await person.submit();
  expect(person.modal()).toBeUndefined();
});

test('an update in the ack shows the next page in the same modal', async () => {
  const { person } = await open((app) =>
    app.view('page', ({ ack }) => ack({ response_action: 'update', view: page('2 of 2') })),
  );
  const before = person.modal();
  await person.type('evidence', 'Kept');
  await person.submit();
  expect(person.modal()).toMatchObject({ id: before?.id, title: '2 of 2' });
  expect(person.modal()?.hash).not.toBe(before?.hash);
});

test('a push in the ack lies on top, and closing it shows the one below', async () => {
  const { person } = await open((app) =>
    app.view('page', ({ ack }) => ack({ response_action: 'push', view: page('More') })),
  );
  await person.type('evidence', 'x');
  await person.submit();
  expect(person.modals().map((one) => one.title)).toEqual(['1 of 2', 'More']);
  await person.close();
  expect(person.modal()?.title).toBe('1 of 2');
});

test('clear in the ack closes the whole stack', async () => {
  const { person } = await open((app) =>
    app.view('page', ({ ack }) => ack({ response_action: 'clear' })),
  );
  await person.type('evidence', 'x');
  await person.submit();
  expect(person.modals()).toEqual([]);
});

test('a view that Slack would refuse in the ack leaves the modal open', async () => {
  const { slack, person } = await open((app) =>
    app.view('page', ({ ack }) =>
      ack({ response_action: 'update', view: page('A title that is far too long') }),
    ),
  );
  await person.type('evidence', 'x');
  await person.submit();
  expect(person.modal()?.trouble).toBeDefined();
  expect(slack.refusals[0]?.reasons[0]).toContain('view.title.text: longer than 24');
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
