import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/index.js';
import { markOf } from '../../../src/slack/delivery/post-mark.js';
import { slackMessenger } from '../../../src/slack/delivery/send.js';
import { messageBlocks } from '../../../src/slack/messages.js';
import {
  ana,
  botToken,
  clientOf,
  quietLogger,
  workspaceOptions,
} from '../../support/local-slack.js';
import { recordingLog } from '../../support/recording-log.js';

const claim = '6f0f3bb8-0000-4000-8000-000000000001';
const other = '6f0f3bb8-0000-4000-8000-000000000002';

let slack: LocalSlack;
let now: Date;
let recording: ReturnType<typeof recordingLog>;
beforeEach(async () => {
  recording = recordingLog();
  now = new Date('2027-03-10T09:00:00Z');
  await start();
});
afterEach(() => slack.close());

async function start(scopes?: string[]) {
  await slack?.close();
  const app = scopes && { app: { scopes } };
  slack = await startLocalSlack(workspaceOptions({ now: () => now, ...app }));
}

/** Posts to Ana as Ladder does, or as somebody who leaves the mark out. */
async function post(text: string, of?: string) {
  const metadata = of === undefined ? {} : { metadata: markOf(of) };
  const { ts } = await clientOf(slack).chat.postMessage({ channel: ana, text, ...metadata });
  return { channel: slack.as(ana).dm, ts: ts ?? '' };
}

function find({
  since = '2027-03-10T08:59:00Z',
  channelId = undefined as string | undefined,
} = {}) {
  const client = new WebClient(botToken, {
    slackApiUrl: slack.apiUrl,
    logger: quietLogger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const messenger = slackMessenger(client, {
    blocks: messageBlocks,
    command: '/ladder',
    messagesPerMinute: 240,
    log: recording.log,
  });
  const dm = channelId === undefined ? {} : { channelId };
  return messenger.find({ slackUserId: ana, ...dm, claim, since: new Date(since) });
}

describe('a post', () => {
  it('is found by the id of its claim, among others', async () => {
    await post('One', other);
    const { channel, ts } = await post('Two', claim);
    await post('Three');
    await slack.as(ana).write('Four');
    expect(await find()).toEqual({ state: 'found', channelId: channel, ts });
  });

  it('is found in the DM that is known, which needs no leave to open one', async () => {
    await start(['chat:write', 'im:history']);
    const { channel, ts } = await post('One', claim);
    expect(await find({ channelId: channel })).toEqual({ state: 'found', channelId: channel, ts });
  });

  it('is found on a later page of a long conversation', async () => {
    const { channel, ts } = await post('The first', claim);
    for (let number = 0; number < 205; number += 1) await post(`Number ${number}`, other);
    expect(await find()).toEqual({ state: 'found', channelId: channel, ts });
  });

  it('is found after it was edited', async () => {
    const { channel, ts } = await post('One', claim);
    await clientOf(slack).chat.update({ channel, ts, text: 'Done' });
    expect(await find()).toEqual({ state: 'found', channelId: channel, ts });
  });

  it('is looked for without a word of the others being logged', async () => {
    await post('Their words', other);
    slack.faults.drop('conversations.history', { after: true });
    await find();
    await find();
    expect(recording.lines).toHaveLength(1);
    expect(JSON.stringify(recording.lines)).not.toContain('Their words');
  });

  it('that is not there is absent', async () => {
    await post('One', other);
    await post('Two');
    expect(await find()).toEqual({ state: 'absent' });
  });

  it('is not looked for among older ones', async () => {
    await post('One', claim);
    expect(await find({ since: '2027-03-10T10:00:00Z' })).toEqual({ state: 'absent' });
  });

  it('may be one that lost its mark when it was edited', async () => {
    const { channel, ts } = await post('One', claim);
    const without = { channel, ts, text: 'Done', metadata: {} };
    await clientOf(slack).apiCall('chat.update', without);
    expect(await find()).toEqual({ state: 'not_allowed', reason: 'edited' });
  });

  it("can't be looked for without leave to read the DM", async () => {
    await start(['chat:write', 'im:write']);
    await post('One', claim);
    expect(await find()).toEqual({ state: 'not_allowed', reason: 'missing_scope' });
  });

  it("can't be looked for without leave to open the DM", async () => {
    await start(['chat:write', 'im:history']);
    await post('One', claim);
    expect(await find()).toEqual({ state: 'not_allowed', reason: 'missing_scope' });
  });

  it("can't be looked for in the DM of somebody who has left", async () => {
    await slack.deactivate(ana);
    expect(await find()).toEqual({ state: 'not_allowed', reason: 'user_disabled' });
  });

  it('is looked for later when Slack asks to wait', async () => {
    slack.faults.rateLimit('conversations.history', { retryAfterSeconds: 30 });
    expect(await find()).toEqual({ state: 'later', afterMs: 30_000 });
  });

  it.each([
    ['cuts the connection', (s: LocalSlack) => s.faults.drop('conversations.history')],
    [
      'buildFailures',
      (s: LocalSlack) => s.faults.respond('conversations.history', { status: 500 }),
    ],
    ['has an error', (s: LocalSlack) => s.faults.fail('conversations.history', 'internal_error')],
  ])('is looked for later when Slack %s', async (_what, recordBuildFailure) => {
    recordBuildFailure(slack);
    expect(await find()).toEqual({ state: 'later', afterMs: 60_000 });
  });
});
