import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../playground/made-up-workspace.js';
import { startTestLadder, type TestLadder, testSigningSecret } from '../support/ladder.js';
import { type Scrape, scrape } from '../support/scrape.js';
import { signedCommand } from '../support/signed-request.js';

let ladder: TestLadder;
let before: Scrape;
beforeAll(async () => {
  ladder = await startTestLadder({ config: { metricsPort: 0 } });
});
beforeEach(async () => {
  before = await read();
});
afterAll(() => ladder.stop());

const read = () => scrape(ladder.ladder.metricsPort);

/** How far a metric has moved since the test began. */
function moved(now: Scrape, name: string, labels: Record<string, string> = {}): number {
  return (now.value(name, labels) ?? 0) - (before.value(name, labels) ?? 0);
}

/** Waits until a metric has moved so far, as some things are counted after the person's answer. */
async function movedTo(distance: number, name: string, labels: Record<string, string> = {}) {
  for (;;) {
    const now = await read();
    if (moved(now, name, labels) === distance) return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("Slack's requests", () => {
  it('are counted by kind, with the time to their ack and how they ended', async () => {
    await ladder.as('Teo').command('/ladder', 'senior');
    const command = { kind: 'command', over: 'http' };
    const now = await movedTo(1, 'ladder_requests_total', { ...command, outcome: 'answered' });
    expect(moved(now, 'ladder_ack_seconds_count', command)).toBe(1);
  });

  it('are counted as failed where the person got an apology', async () => {
    ladder.database.cut();
    await ladder.as('Teo').command('/ladder', 'me');
    await movedTo(1, 'ladder_requests_total', { kind: 'command', outcome: 'failed' });
    ladder.database.restore();
  });

  it('are counted as missed where nobody acknowledged them', async () => {
    const url = `http://127.0.0.1:${ladder.ladder.port}/slack/events`;
    // A window of another app: nobody here answers when it is sent.
    const blank = { private_metadata: '', blocks: [], state: { values: {} } };
    const payload = JSON.stringify({
      type: 'view_submission',
      team: { id: 'T0PLAYGROUND' },
      user: { id: 'U0TEO' },
      view: { id: 'V0UNKNOWN', type: 'modal', callback_id: 'unknown', ...blank },
    });
    const answered = fetch(url, signedCommand(testSigningSecret, { payload }));
    const now = await movedTo(1, 'ladder_acks_missed_total', { kind: 'view', over: 'http' });
    expect(moved(now, 'ladder_ack_seconds_count')).toBe(0);
    expect((await answered).status).toBe(404);
  });

  it('are counted as refused, each by its reason', async () => {
    const url = `http://127.0.0.1:${ladder.ladder.port}/slack/events`;
    const request = signedCommand(testSigningSecret, {});
    await fetch(url, request);
    await fetch(url, request);
    await fetch(url, signedCommand(testSigningSecret, {}, { ageSeconds: 900 }));
    await fetch(url, signedCommand('another secret', {}));
    const name = 'ladder_requests_refused_total';
    const now = await movedTo(1, name, { reason: 'signature' });
    expect(moved(now, name, { reason: 'replay' })).toBe(1);
    expect(moved(now, name, { reason: 'timestamp' })).toBe(1);
  });
});

describe('calls to Slack', () => {
  const name = 'ladder_slack_calls_total';

  it('are counted by client and method, with their time', async () => {
    const teo = ladder.as('Teo');
    await teo.command('/ladder', 'me');
    const labels = { client: 'impatient', method: 'response_url', outcome: 'ok' };
    const now = await movedTo(1, name, labels);
    const seconds = { client: 'impatient', method: 'response_url' };
    expect(moved(now, 'ladder_slack_call_seconds_count', seconds)).toBe(1);
  });
});

describe('deliveries', () => {
  it('that are due, unknown or failed are counted, and how long the oldest is due', async () => {
    ladder.clock.set('2027-03-03T15:00:00Z');
    ladder.slack.faults.drop('chat.postMessage', { after: true });
    const sent = await ladder.sendDue();
    const now = await read();
    expect(moved(now, 'ladder_deliveries_total', { end: 'unknown' })).toBe(1);
    expect(moved(now, 'ladder_deliveries_total', { end: 'sent' })).toBe(sent.length - 1);
    expect(now.value('ladder_deliveries_open', { state: 'unknown' })).toBe(1);
    expect(now.value('ladder_deliveries_open', { state: 'due' })).toBe(0);
    expect(now.value('ladder_delivery_oldest_due_seconds')).toBe(0);
    await ladder.ladder.context.db.delivery.updateMany({
      where: { state: 'unknown' },
      data: { state: 'due', dueAt: new Date('2027-03-03T14:30:00Z') },
    });
    const later = await read();
    expect(later.value('ladder_deliveries_open', { state: 'due' })).toBe(1);
    expect(later.value('ladder_delivery_oldest_due_seconds')).toBe(1800);
  });
});

describe('the database', () => {
  it('is shown with its connections and how quickly it answers', async () => {
    const now = await read();
    expect(now.value('ladder_database_up')).toBe(1);
    expect(now.value('ladder_database_ping_seconds')).toBeGreaterThan(0);
    expect(now.value('ladder_database_connections', { state: 'most' })).toBe(8);
    expect(now.value('ladder_database_waiting')).toBe(0);
  });

  it('is shown as down while it is away, and nothing of it as it was before', async () => {
    ladder.database.cut();
    const now = await read();
    ladder.database.restore();
    expect(now.value('ladder_database_up')).toBe(0);
    expect(moved(now, 'ladder_database_ping_failures_total')).toBe(1);
    expect(now.value('ladder_database_ping_seconds')).toBeUndefined();
    expect(now.value('ladder_deliveries_open')).toBeUndefined();
    expect((await read()).value('ladder_database_up')).toBe(1);
  });
});

describe('what /metrics prints', () => {
  it('has the process itself: memory and event loop', async () => {
    expect(before.declared).toEqual(
      expect.arrayContaining(['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']),
    );
  });

  it('names nobody: no person, no workspace, no message', async () => {
    const named = [/U0[A-Z]+/, /T0[A-Z]+/, /D0\w+/, /hooks|response_url\/|http:/];
    for (const name of named) expect(before.text).not.toMatch(name);
    for (const { name } of people) expect(before.text).not.toContain(name);
  });

  it("isn't to be had at the port that Slack reaches", async () => {
    const response = await fetch(`http://127.0.0.1:${ladder.ladder.port}/metrics`);
    expect(response.status).toBe(404);
  });
});
