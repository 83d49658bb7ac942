import { createServer } from 'node:http';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/index.js';
import type { OutgoingMessage } from '../../../src/services/messages/index.js';
import { slackMessenger } from '../../../src/slack/delivery/send.js';
import { messageBlocks } from '../../../src/slack/messages.js';
import { ana, botToken, quietLogger, workspaceOptions } from '../../support/local-slack.js';
import { type RecordedLine, recordingLog } from '../../support/recording-log.js';

const claim = '6f0f3bb8-0000-4000-8000-000000000001';
const message: OutgoingMessage = {
  kind: 'reminder',
  cycleName: 'Q1 2027',
  dueOn: '2027-03-17',
  reviewOn: '2027-03-24',
  today: '2027-03-10',
  managerSlackUserId: undefined,
  started: false,
};

let slack: LocalSlack;
let logged: RecordedLine[];
beforeEach(async () => {
  slack = await startLocalSlack(workspaceOptions());
});
afterEach(() => slack.close());

/** Sends to Ana through a client that waits for so long. */
function sendTo(apiUrl: string, { timeout = 20_000, what = message } = {}) {
  const client = new WebClient(botToken, {
    slackApiUrl: apiUrl,
    timeout,
    logger: quietLogger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const { log, lines } = recordingLog();
  logged = lines;
  const messenger = slackMessenger(client, {
    blocks: messageBlocks,
    command: '/ladder',
    messagesPerMinute: 240,
    log,
  });
  return messenger.send({ slackUserId: ana, timeZone: 'UTC', locale: 'en-US' }, what, claim);
}

describe('a message to Ana', () => {
  it('carries the id of its claim, and nothing else', async () => {
    const outcome = await sendTo(slack.apiUrl);
    expect(outcome).toMatchObject({ state: 'sent', channelId: slack.as(ana).dm });
    const marks = slack.messages.map((one) => (one as { metadata?: unknown }).metadata);
    expect(marks).toEqual([{ event_type: 'ladder_delivery', event_payload: { claim } }]);
  });

  it('that can not be built has failed, and Slack is not asked', async () => {
    const broken = { ...message, reviewOn: undefined } as unknown as typeof message;
    expect(await sendTo(slack.apiUrl, { what: broken })).toEqual({
      state: 'failed',
      reason: 'not_built',
    });
    expect(slack.calls).toEqual([]);
  });

  it('makes the whole workspace wait when Slack says so', async () => {
    slack.faults.rateLimit('chat.postMessage', { retryAfterSeconds: 7 });
    expect(await sendTo(slack.apiUrl)).toEqual({ state: 'limited', afterMs: 7000 });
    slack.faults.respond('chat.postMessage', { status: 429 });
    expect(await sendTo(slack.apiUrl)).toEqual({ state: 'limited', afterMs: 60_000 });
  });

  it('was not posted where no connection came about', async () => {
    const { url, close } = await answering('');
    await close();
    expect(await sendTo(url)).toEqual({ state: 'retry', afterMs: 60_000 });
  });

  it('may have been posted where the answer is missing', async () => {
    slack.faults.drop('chat.postMessage', { after: true });
    expect(await sendTo(slack.apiUrl)).toEqual({ state: 'unknown', reason: 'connection_lost' });
    slack.faults.respond('chat.postMessage', { status: 502 });
    expect(await sendTo(slack.apiUrl)).toEqual({ state: 'unknown', reason: 'http_502' });
    slack.faults.delay('chat.postMessage', 3000);
    const late = await sendTo(slack.apiUrl, { timeout: 300 });
    expect(late).toEqual({ state: 'unknown', reason: 'timeout' });
  });

  it.each([
    ["a proxy's page", '<html>Back soon</html>'],
    ['nothing', ''],
    ['something else', '{"status":"fine"}'],
  ])('may have been posted where %s is the answer', async (_what, body) => {
    const { url, close } = await answering(body);
    expect(await sendTo(url)).toEqual({ state: 'unknown', reason: 'unreadable_answer' });
    expect(JSON.stringify(logged)).not.toContain('Back soon');
    await close();
  });

  const refusals = {
    failed: [
      'as_user_not_supported',
      'attachment_payload_limit_exceeded',
      'cannot_reply_to_message',
      'channel_not_found',
      'duplicate_channel_not_found',
      'duplicate_message_not_found',
      'invalid_arguments',
      'invalid_blocks',
      'invalid_blocks_format',
      'invalid_metadata_format',
      'invalid_metadata_schema',
      'is_archived',
      'markdown_text_conflict',
      'metadata_must_be_sent_from_app',
      'metadata_too_large',
      'msg_blocks_too_long',
      'no_text',
      'not_in_channel',
      'restricted_action',
      'restricted_action_read_only_channel',
      'team_not_found',
      'too_many_attachments',
      'user_disabled',
      'user_not_found',
    ],
    limited: ['ratelimited', 'rate_limited', 'message_limit_exceeded'],
    retry: [
      'account_inactive',
      'ekm_access_denied',
      'invalid_auth',
      'messages_tab_disabled',
      'missing_scope',
      'request_timeout',
      'service_unavailable',
      'team_added_to_org',
      'token_revoked',
    ],
    unknown: ['fatal_error', 'internal_error'],
  };
  it.each(Object.entries(refusals).flatMap(([state, codes]) => codes.map((code) => [code, state])))(
    'that Slack answers with %s is %s',
    async (code, state) => {
      slack.faults.fail('chat.postMessage', code);
      const outcome = await sendTo(slack.apiUrl);
      expect(outcome.state).toBe(state);
      if ('reason' in outcome) expect(outcome.reason).toBe(code);
    },
  );
});

/** A server that answers every call with this. */
async function answering(body: string) {
  const server = createServer((_request, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    url: `http://127.0.0.1:${address.port}/api/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
