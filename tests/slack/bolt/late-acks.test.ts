import { setTimeout as pause } from 'node:timers/promises';
import { App, type Receiver } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { observed } from '../../../src/slack/bolt/requests.js';
import { watchAcks } from '../../support/late-acks.js';
import { recordingLog } from '../../support/recording-log.js';

const receiver: Receiver = { init() {}, start: async () => {}, stop: async () => {} };

/** What the harness says of an app that acknowledges a command after so long, in milliseconds. */
async function lateAfter(ms: number): Promise<object[]> {
  const app = new App({ token: 'xoxb-slow', botId: 'B0SLOW', botUserId: 'U0SLOW', receiver });
  app.command('/slow', async ({ ack }) => {
    await pause(ms);
    await ack();
  });
  const acks = watchAcks();
  const { log, lines } = recordingLog();
  const body = {
    command: '/slow',
    text: '',
    team_id: 'T0SLOW',
    user_id: 'U0TEO',
    channel_id: 'D0TEO',
    trigger_id: '1.2.a',
    response_url: 'https://hooks.example.com/commands/1',
  };
  let acknowledged = false;
  await observed(app, { over: 'http', log }).processEvent({
    body,
    ack: async () => {
      acknowledged = true;
    },
  });
  expect(acknowledged).toBe(true);
  return acks.late(lines);
}

describe('the harness of the tests', () => {
  it('fails where a handler takes six seconds to acknowledge', async () => {
    expect(await lateAfter(6_000)).toMatchObject([{ request: '/slow', kind: 'command' }]);
  });

  it('is content with one that takes half a second', async () => {
    expect(await lateAfter(500)).toEqual([]);
  });
});
