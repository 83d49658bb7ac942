import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack, visibleText } from '../../playground/slack/index.js';
import { ana, ben, clientOf, general, workspaceOptions } from '../support/local-slack.js';
import { type ReceivingApp, receivingApp } from '../support/receiving-app.js';

let slack: LocalSlack;
let app: ReceivingApp;
let client: WebClient;

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const options = ['Senior', 'Lead'].map((text) => ({
  text: plain(text),
  value: text.toLowerCase(),
}));

beforeEach(async () => {
  app = await receivingApp();
  slack = await startLocalSlack(
    workspaceOptions({
      app: {
        requestUrl: app.url,
        shortcuts: [
          { callbackId: 'keep', name: 'Keep as evidence', type: 'message' },
          { callbackId: 'start', name: 'Start', type: 'global' },
        ],
      },
    }),
  );
  client = clientOf(slack);
});

afterEach(async () => {
  await slack.close();
  await app.close();
});

const payload = () =>
  app.json() as { actions: Record<string, unknown>[]; state: { values: unknown } };

async function post(elements: unknown[]) {
  const blocks = [{ type: 'actions', block_id: 'pick', elements }] as never[];
  await client.chat.postMessage({ channel: general, text: 'Pick', blocks });
  const message = slack.as(ana).lastMessage();
  if (!message) throw new Error('No message');
  return message;
}

test('a person picks an option by its text, and the app gets option and state', async () => {
  const message = await post([{ type: 'static_select', action_id: 'role', options }]);
  await slack.as(ana).choose(message, 'role', 'Lead');
  const selected_option = { text: plain('Lead'), value: 'lead' };
  expect(payload()).toMatchObject({
    type: 'block_actions',
    user: { id: ana },
    container: { type: 'message', channel_id: general, message_ts: message.ts },
    message: { text: 'Pick' },
    actions: [{ type: 'static_select', block_id: 'pick', action_id: 'role', selected_option }],
    state: { values: { pick: { role: { selected_option } } } },
  });
});

test('each person has a choice of their own in a message', async () => {
  const message = await post([{ type: 'static_select', action_id: 'role', options }]);
  await slack.as(ana).choose(message, 'role', 'Lead');
  await slack.as(ben).choose(message, 'role', 'Senior');
  const { seats } = slack.state();
  const key = `${general}:${message.ts}`;
  expect([seats[ana]?.messageValues[key], seats[ben]?.messageValues[key]]).toEqual([
    { pick: { role: 'lead' } },
    { pick: { role: 'senior' } },
  ]);
});

test.each([
  ['users_select', ben, { selected_user: ben }],
  ['datepicker', '2027-03-24', { selected_date: '2027-03-24' }],
  ['timepicker', '09:30', { selected_time: '09:30' }],
  ['datetimepicker', '1800000000', { selected_date_time: 1_800_000_000 }],
  ['conversations_select', general, { selected_conversation: general }],
  ['multi_users_select', [ana, ben], { selected_users: [ana, ben] }],
])('a %s tells what was chosen', async (type, choice, told) => {
  const message = await post([{ type, action_id: 'it' }]);
  await slack.as(ana).choose(message, 'it', choice);
  expect(payload().actions).toMatchObject([{ type, ...told }]);
});

test('checkboxes tell all that is ticked', async () => {
  const message = await post([{ type: 'checkboxes', action_id: 'it', options }]);
  await slack.as(ana).choose(message, 'it', ['Senior', 'Lead']);
  expect(payload().actions[0]?.selected_options).toHaveLength(2);
});

test('an overflow menu tells the one that was pressed and keeps nothing', async () => {
  const message = await post([{ type: 'overflow', action_id: 'more', options }]);
  await slack.as(ana).choose(message, 'more', 'Lead');
  expect(payload().actions).toMatchObject([{ selected_option: { value: 'lead' } }]);
  expect(payload().state.values).toEqual({});
});

test('what is not on offer cannot be chosen, and the error says what is', async () => {
  const message = await post([{ type: 'static_select', action_id: 'role', options }]);
  const attempt = slack.as(ana).choose(message, 'role', 'Captain');
  await expect(attempt).rejects.toThrow('There is no option "Captain". There is: Senior · Lead');
  await expect(slack.as(ana).click(message, 'Nothing')).rejects.toThrow('There is no "Nothing"');
});

test('buttons of one text are told apart by number or by label', async () => {
  const message = await post(
    ['a', 'b'].map((id) => ({
      type: 'button',
      action_id: id,
      text: plain('Nudge'),
      value: id,
      accessibility_label: `Nudge ${id}`,
    })),
  );
  await slack.as(ana).click(message, 'Nudge', { nth: 1 });
  expect(payload().actions).toMatchObject([{ action_id: 'b', value: 'b' }]);
  await slack.as(ana).click(message, 'Nudge a');
  expect(payload().actions).toMatchObject([{ action_id: 'a' }]);
});

test('an external select loads its options from the app and offers them', async () => {
  const message = await post([{ type: 'external_select', action_id: 'role', min_query_length: 2 }]);
  app.answers.push({ body: { options } });
  const loaded = await slack.as(ana).loadOptions(message, 'role', 'se');
  expect(loaded.options).toEqual([
    { text: 'Senior', value: 'senior' },
    { text: 'Lead', value: 'lead' },
  ]);
  expect(payload()).toMatchObject({ type: 'block_suggestion', action_id: 'role', value: 'se' });
  await slack.as(ana).choose(message, 'role', 'Senior');
  expect(payload().actions).toMatchObject([{ selected_option: { value: 'senior' } }]);
});

test('too short a query does not leave Slack, and a wrong answer is refused', async () => {
  const message = await post([{ type: 'external_select', action_id: 'role', min_query_length: 2 }]);
  expect((await slack.as(ana).loadOptions(message, 'role', 's')).dispatched).toBe(false);
  app.answers.push({ body: { options: [{ text: 'Senior', value: 'senior' }] } });
  expect((await slack.as(ana).loadOptions(message, 'role', 'se')).options).toEqual([]);
  expect(slack.refusals).toMatchObject([{ where: 'block_suggestion ack' }]);
});

test('an action that is not acked tells the person so', async () => {
  const message = await post([{ type: 'button', action_id: 'go', text: plain('Go') }]);
  app.answers.push({ status: 500 });
  const result = await slack.as(ana).click(message, 'Go');
  expect(result).toMatchObject({ ok: false, status: 500, problem: expect.any(String) });
});

test('a message shortcut carries the message, a global one does not', async () => {
  const { message } = await slack.as(ben).write('Ran the workshop', { channel: general });
  await slack.as(ana).shortcut('keep', message);
  expect(payload()).toMatchObject({
    type: 'message_action',
    callback_id: 'keep',
    message: { text: 'Ran the workshop', user: ben },
    channel: { id: general },
  });
  await slack.as(ana).shortcut('start');
  expect(payload()).toMatchObject({ type: 'shortcut', callback_id: 'start' });
});

test('what a person can read is one text', async () => {
  const blocks = [
    { type: 'header', text: plain('Your role') },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Connects ' },
            { type: 'text', text: 'the dots', style: { bold: true } },
          ],
        },
      ],
    },
    { type: 'section', text: plain('Next'), accessory: { type: 'static_select', options } },
  ] as never[];
  await client.chat.postMessage({ channel: ana, text: 'Your role', blocks });
  const message = slack.as(ana).lastMessage();
  expect(message && visibleText(message)).toBe('Your role\nConnects the dots\nNext\nSenior\nLead');
});
