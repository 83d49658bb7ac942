import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../playground/slack/index.js';
import { isForm } from './support/check-in-window.js';
import { makeCompany } from './support/company.js';
import { record } from './support/figures.js';
import { countMessages, sendTheRest, settleTheRest } from './support/messages.js';
import { type Random, randomFor } from './support/random.js';
import { startWorld, type World } from './support/world.js';

let world: World | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

const post = 'chat.postMessage';
const moreThanOurTimeoutMs = 16_000;

/** What Slack does to single posts, mixed; each so often. */
function troubles({ faults }: LocalSlack, random: Random): (() => void)[] {
  const kinds: [number, () => void][] = [
    [4, () => faults.rateLimit(post, { retryAfterSeconds: 1 })],
    [10, () => faults.respond(post, { status: 500 })],
    [10, () => faults.fail(post, 'internal_error')],
    [10, () => faults.drop(post)],
    [10, () => faults.drop(post, { after: true })],
    [4, () => faults.delay(post, moreThanOurTimeoutMs, { times: 1 })],
  ];
  const all = kinds.flatMap(([times, trouble]) => Array.from({ length: times }, () => trouble));
  return all
    .map((trouble) => ({ trouble, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ trouble }) => trouble);
}

describe('while Slack limits, fails, hangs and hangs up', () => {
  it('brings every message exactly once, and keeps nobody waiting who asks for something', async () => {
    const random = randomFor('troubles');
    const company = makeCompany({ managers: 30, reportsEach: 10 });
    world = await startWorld({ storage: 'embedded', company, slackTakesMs: 10 });
    const { slack, storage, server } = world;
    const all = troubles(slack, random);
    for (const trouble of all) {
      const before = posts(slack);
      trouble();
      const passing = random.between(1, 4);
      await slack.waitFor(() => posts(slack) >= before + passing, 60_000).catch(() => {});
    }
    slack.faults.rateLimit(post, { retryAfterSeconds: 600 });
    const limited = async () => {
      const [row] = await storage.query<{ limited: boolean }>(
        `SELECT free_at > now() + interval '1 minute' AS limited FROM workspace_scheduler`,
      );
      return row?.limited ?? false;
    };
    while (!(await limited())) await pause(200);
    const person = world.as(company.reports[0] as (typeof company.reports)[number]);
    await person.command('/ladder', 'check-in');
    await slack.waitFor(() => {
      const view = person.modal();
      return view && isForm(view);
    }, 60_000);
    const stillLimited = await limited();
    slack.faults.clear();
    await sendTheRest(world);
    const counted = await countMessages(world);
    await settleTheRest(world);
    const decided = await countMessages(world);
    record({
      scenario: 'Slack limits, fails, hangs and hangs up',
      database: storage.name,
      faults: `${all.length + 1} of six kinds`,
      work: `${counted.due} deliveries`,
      lost: decided.lost.length + decided.left.length,
      twice: decided.twice.length,
      unknown: `${counted.unknown}, then ${decided.unknown}`,
    });
    expect(stillLimited).toBe(true);
    const { lost, twice, left } = counted;
    expect({ lost, twice, left, ownEnds: server.ownEnds }).toEqual({
      lost: [],
      twice: [],
      left: [],
      ownEnds: [],
    });
    expect(decided).toMatchObject({ unknown: 0, lost: [], twice: [], left: [] });
    // One person began by themselves, and may not have been invited by then.
    expect(decided.sent + decided.dropped).toBe(counted.due);
  });
});

/** Goes up with every post that the app makes. */
function posts(slack: LocalSlack): number {
  return slack.calls.findLast(({ method }) => method === post)?.id ?? 0;
}
