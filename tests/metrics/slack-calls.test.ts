import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../playground/slack/index.js';
import { startLocalSlack } from '../../playground/slack/index.js';
import { createMetrics } from '../../src/metrics/index.js';
import { backgroundClient } from '../../src/slack/bolt/web-api/clients.js';
import { botToken, workspaceOptions } from '../support/local-slack.js';
import { recordingLog } from '../support/recording-log.js';
import { readScrape } from '../support/scrape.js';

let slack: LocalSlack;
beforeAll(async () => {
  slack = await startLocalSlack(workspaceOptions());
});
beforeEach(() => slack.faults.clear());
afterAll(() => slack.close());

/** Calls Slack once; out come the outcomes that were counted and logged. */
async function outcomesOfCall(
  token = botToken,
): Promise<{ counted: string[]; answers: unknown[]; logged: unknown[] }> {
  const metrics = createMetrics({ over: 'http' });
  const { log, lines } = recordingLog();
  const client = backgroundClient(token, slack, { log, observer: metrics.slack });
  await client.auth.test().catch(() => {});
  const { samples } = readScrape((await metrics.read()).text);
  return {
    counted: samples
      .filter(({ name }) => name === 'ladder_slack_calls_total')
      .map(({ labels, value }) => [value, labels.client, labels.method, labels.outcome].join(' ')),
    answers: samples
      .filter(({ name, value }) => name === 'ladder_slack_answers_total' && value > 0)
      .map(({ labels }) => labels.answer),
    logged: lines.map(({ fields }) => (fields as { outcome?: string }).outcome),
  };
}

describe('a call to Slack', () => {
  it.each([
    ['works', () => {}, 'ok', 'ok'],
    [
      'meets an error',
      () => slack.faults.fail('auth.test', 'account_inactive'),
      'account_inactive',
      'token_refused',
    ],
    ['meets a limit', () => slack.faults.rateLimit('auth.test'), 'ratelimited', 'limited'],
    [
      'meets an error page',
      () => slack.faults.respond('auth.test', { status: 503 }),
      'http_503',
      'away',
    ],
    ['meets a broken connection', () => slack.faults.drop('auth.test'), 'unreachable', 'away'],
    [
      'loses its answer',
      () => slack.faults.drop('auth.test', { after: true }),
      'unreachable',
      'away',
    ],
    [
      'meets an error that is no code',
      () => slack.faults.fail('auth.test', 'Ana wrote: hello'),
      'other_error',
      'error',
    ],
  ])('that %s is counted and logged as such, once', async (_, arrange, outcome, answer) => {
    arrange();
    expect(await outcomesOfCall()).toEqual({
      counted: [`1 patient auth.test ${outcome}`],
      answers: [answer],
      logged: [outcome],
    });
  });
});
