import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { ana, ben, clientOf, errorOf, general, workspaceOptions } from '../support/local-slack.js';

const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: '*Hello*' } }];
let slack: LocalSlack;
let client: WebClient;

beforeEach(async () => {
  const quiet = { id: 'C0QUIET', name: 'quiet', members: [ana] };
  slack = await startLocalSlack(
    workspaceOptions({
      channels: [{ id: general, name: 'general' }, quiet],
      now: () => new Date('2027-03-02T10:00:00Z'),
    }),
  );
  client = clientOf(slack);
});

afterEach(() => slack.close());

test('posting to a person opens their DM, at the time of the movable clock', async () => {
  const posted = await client.chat.postMessage({ channel: ana, text: 'Hello', blocks });
  expect(posted.channel).toBe(slack.as(ana).dm);
  expect(slack.as(ana).lastMessage()).toMatchObject({
    text: 'Hello',
    from: 'U0LADDER',
    at: '2027-03-02T10:00:00.000Z',
  });
  expect(slack.as(ben).messages()).toEqual([]);
});

test('messages of one moment keep their order', async () => {
  for (const text of ['one', 'two', 'three']) await client.chat.postMessage({ channel: ana, text });
  expect(
    slack
      .as(ana)
      .messages()
      .map((one) => one.text),
  ).toEqual(['one', 'two', 'three']);
});

test('posting to a person who has left succeeds, as in Slack', async () => {
  await slack.deactivate(ana);
  expect(await errorOf(client.chat.postMessage({ channel: ana, text: 'Hello' }))).toBe('no error');
  expect(await errorOf(client.conversations.open({ users: ana }))).toBe('user_disabled');
});

test('the app changes and takes back its own messages only', async () => {
  const posted = await client.chat.postMessage({ channel: general, text: 'First', blocks });
  const at = { channel: general, ts: posted.ts ?? '' };
  await client.chat.update({ ...at, text: 'Second' });
  expect(slack.as(ana).lastMessage()).toMatchObject({ text: 'Second', edited: expect.any(String) });
  expect(slack.as(ana).lastMessage()?.blocks).toHaveLength(1);
  await client.chat.update({ ...at, text: 'Third', blocks: [] });
  expect(slack.as(ana).lastMessage()?.blocks).toEqual([]);
  await client.chat.delete(at);
  expect(slack.as(ana).messages()).toEqual([]);
  expect(await errorOf(client.chat.update({ ...at, text: 'x' }))).toBe('message_not_found');
  const { message } = await slack.as(ben).write('Mine', { channel: general });
  const theirs = { channel: general, ts: message?.ts ?? '' };
  expect(await errorOf(client.chat.update({ ...theirs, text: 'x' }))).toBe('cant_update_message');
  expect(await errorOf(client.chat.delete(theirs))).toBe('cant_delete_message');
});

test('an ephemeral message is seen by one person and is no message to the others', async () => {
  await client.chat.postEphemeral({ channel: general, user: ana, text: 'Only you' });
  expect(slack.as(ana).lastMessage()?.text).toBe('Only you');
  expect(slack.as(ben).messages()).toEqual([]);
  const stranger = { channel: 'C0QUIET', user: ben, text: 'x' };
  expect(await errorOf(client.chat.postEphemeral(stranger))).toBe('not_in_channel');
});

test('the history of a DM is there to be read, newest first', async () => {
  await client.chat.postMessage({ channel: ana, text: 'Question' });
  await slack.as(ana).write('Answer');
  const { messages } = await client.conversations.history({ channel: slack.as(ana).dm });
  expect(messages?.map((one) => one.text)).toEqual(['Answer', 'Question']);
});

test("a post's metadata are given back whole to who asks for all of them", async () => {
  const metadata = { event_type: 'made_up', event_payload: { number: '7' } };
  await client.chat.postMessage({ channel: ana, text: 'Marked', metadata });
  const channel = slack.as(ana).dm;
  const read = async (include_all_metadata: boolean) => {
    const { messages } = await client.conversations.history({ channel, include_all_metadata });
    return messages?.map((one) => one.metadata);
  };
  expect(await read(true)).toEqual([metadata]);
  expect(await read(false)).toEqual([{ event_type: 'made_up' }]);
});

test('an update keeps the metadata, unless it empties them', async () => {
  const metadata = { event_type: 'made_up', event_payload: { number: '7' } };
  const posted = await client.chat.postMessage({ channel: ana, text: 'Marked', metadata });
  const at = { channel: posted.channel ?? '', ts: posted.ts ?? '' };
  const { message: edited } = await client.chat.update({ ...at, text: 'Edited' });
  expect(edited).toMatchObject({ metadata });
  await client.apiCall('chat.update', { ...at, text: 'Emptied', metadata: {} });
  const { messages } = await client.conversations.history({ channel: at.channel });
  expect(messages?.[0]).not.toHaveProperty('metadata');
});

test('the history of a DM needs a scope of its own, and has pages of at most 999', async () => {
  const channel = slack.as(ana).dm;
  expect(await errorOf(client.conversations.history({ channel, limit: 1000 }))).toBe(
    'invalid_limit',
  );
  const scopes = ['channels:history'];
  const other = await startLocalSlack(workspaceOptions({ app: { scopes } }));
  const call = clientOf(other).conversations.history({ channel });
  expect(await errorOf(call)).toBe('missing_scope');
  await other.close();
});

test('a message has a permalink', async () => {
  const { message } = await slack.as(ben).write('Look', { channel: general });
  const link = await client.chat.getPermalink({ channel: general, message_ts: message?.ts ?? '' });
  expect(link.permalink).toMatch(/^https:\/\/ladder\.slack\.com\/archives\/C0GENERAL\/p\d{16}$/);
});

const long = Array.from({ length: 5 }, () => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text: 'x'.repeat(2700) },
}));

test.each([
  ['nowhere', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
  ['a channel it is not in', { channel: 'C0QUIET', text: 'x' }, 'not_in_channel'],
  ['nothing', { channel: general, text: '' }, 'no_text'],
  ['too much', { channel: general, text: 'x', blocks: long }, 'msg_blocks_too_long'],
  ['a wrong block', { channel: general, text: 'x', blocks: [{ type: 'alert' }] }, 'invalid_blocks'],
])('posting %s is refused by its name', async (_what, call, error) => {
  expect(await errorOf(client.chat.postMessage(call))).toBe(error);
  expect(slack.refusals).toMatchObject([{ where: 'chat.postMessage', error }]);
  expect(slack.messages).toEqual([]);
});
