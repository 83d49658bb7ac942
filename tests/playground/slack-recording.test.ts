import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ana,
  ben,
  clientOf,
  general,
  type SlackWithApp,
  startSlackWithApp,
} from '../support/local-slack.js';
import { page } from '../support/open-page.js';

let running: SlackWithApp;
beforeEach(async () => {
  running = await startSlackWithApp(() => {});
});
afterEach(() => running.stop());

test('a recording has every version of what somebody was sent, and nothing that others were', async () => {
  const { slack } = running;
  const app = clientOf(slack);
  await app.chat.postMessage({ channel: general, text: 'Before the recording' });
  const recording = slack.record();
  const { ts = '' } = await app.chat.postMessage({ channel: general, text: 'First' });
  await app.chat.update({ channel: general, ts, text: 'Second' });
  await app.chat.postEphemeral({ channel: general, user: ana, text: 'For Ana alone' });
  const textsOf = (sent: string[]) => sent.map((one) => JSON.parse(one).text);
  expect(textsOf(recording.take(ana))).toEqual(['First', 'Second', 'For Ana alone']);
  expect(textsOf(recording.take(ben))).toEqual(['First', 'Second']);
  expect(recording.take(ben)).toEqual([]);
});

test('a recording has what people don’t see of a view as well', async () => {
  const { slack } = running;
  const recording = slack.record();
  const view = { ...page('Home'), type: 'home' as const, private_metadata: 'hidden' };
  const { title: _title, submit: _submit, ...home } = view;
  await clientOf(slack).views.publish({ user_id: ana, view: home });
  expect(recording.take(ana).join()).toContain('hidden');
  recording.stop();
  await clientOf(slack).chat.postMessage({ channel: ana, text: 'After it' });
  expect(recording.take(ana)).toEqual([]);
});
