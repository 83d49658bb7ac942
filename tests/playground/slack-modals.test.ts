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
  const { slack, person } = await open((app) =>
    app.view('page', async ({ ack }) => {
      if (!silent) await ack();
    }),
  );
  await person.type('evidence', 'Ran the workshop');
  slack.timing.ackMs = 50;
  expect((await person.submit()).problem).toBe('We had some trouble connecting. Try again?');
  expect(person.modal()?.values.evidence).toEqual({ text: 'Ran the workshop' });
  silent = false;
  slack.timing.ackMs = 20_000;
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
  expect(person.modal()?.failure).toBeDefined();
  expect(slack.refusals[0]?.reasons[0]).toContain('view.title.text: longer than 24');
});
