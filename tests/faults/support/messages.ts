import { setTimeout as pause } from 'node:timers/promises';
import type { LocalSlack } from '../../../playground/slack/index.js';
import type { Storage } from './storage.js';
import { letClaimsExpire, letMinutePass, letUnknownAge, letWaitsEnd } from './time.js';
import type { World } from './world.js';

/** What became of the messages of a company, as Slack and the database have it. */
export interface MessageCounts {
  /** Deliveries in all; one for each reason to write to somebody. */
  due: number;
  /** Of them: said to be sent, and Slack has the very message. */
  sent: number;
  /** Their outcome is unknown: Slack has them once or not at all. */
  unknown: number;
  /** Of those, how many Slack has. */
  unknownArrived: number;
  /** Said to be sent, and Slack has no such message. */
  lost: string[];
  /** People who got the same reason, or a message that no delivery knows of, twice. */
  twice: string[];
  /** Rightly not sent: what they would have said no longer held when they were due. */
  dropped: number;
  /** Neither of all these: still waiting, held back, failed. */
  left: string[];
}

interface Row {
  slackUserId: string;
  kind: string;
  state: string;
  reason: string | null;
  channel: string | null;
  ts: string | null;
  message: string | null;
}

/** How many deliveries are in each state. */
export async function deliveryStates({ query }: Storage): Promise<Record<string, number>> {
  const rows = await query<{ state: string; count: number }>(`
    SELECT state::text, count(*)::int AS count FROM delivery GROUP BY state`);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/**
 * Once the faults are over: lets claims and waits end, as time would, and starts the server anew, for
 * a start sends at once, until nothing is due any more. Gives up after a few rounds; what is left
 * then is seen when it is counted.
 */
export async function sendTheRest({ storage, servers }: World): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    await letClaimsExpire(storage);
    await letWaitsEnd(storage);
    await letMinutePass(storage);
    await Promise.all(servers.map((one) => one.restart()));
    if (await comesTo(storage, ({ due, claimed }) => !due && !claimed)) return;
  }
}

/** The same, with what is unknown old enough to be looked for in Slack, until nothing is unknown. */
export async function settleTheRest({ storage, servers }: World): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    await letClaimsExpire(storage);
    await letWaitsEnd(storage);
    await letMinutePass(storage);
    await letUnknownAge(storage);
    await Promise.all(servers.map((one) => one.restart()));
    if (await comesTo(storage, ({ due, claimed, unknown }) => !due && !claimed && !unknown)) return;
  }
}

/** Whether the deliveries come to be so; gives up when nothing moves any more. */
async function comesTo(
  storage: Storage,
  isDone: (states: Record<string, number>) => boolean,
): Promise<boolean> {
  let before = '';
  for (let still = 0; still < 10; still += 1) {
    const states = await deliveryStates(storage);
    if (isDone(states)) return true;
    const now = JSON.stringify(states);
    if (now !== before) still = 0;
    before = now;
    await pause(500);
  }
  return false;
}

/** Counts every message in everybody's DM against every delivery. */
export async function countMessages({
  storage: { query },
  slack,
  company: { people },
}: World): Promise<MessageCounts> {
  const rows = await query<Row>(`
    SELECT p.slack_user_id AS "slackUserId", d.kind, d.state::text, d.reason,
      d.slack_channel_id AS channel, d.slack_ts AS ts,
      d.claim_id AS message
    FROM delivery d JOIN person p ON p.id = d.recipient_id`);
  const inSlack = new Map(people.map(({ id }) => [id, postsTo(slack, id)]));
  const counts: MessageCounts = {
    due: rows.length,
    sent: 0,
    unknown: 0,
    unknownArrived: 0,
    dropped: 0,
    lost: [],
    twice: [],
    left: [],
  };
  for (const { id, name } of people) {
    const own = rows.filter((row) => row.slackUserId === id);
    const posts = inSlack.get(id) ?? [];
    const sent = own.filter(({ state }) => state === 'sent');
    const unknown = own.filter(({ state }) => state === 'unknown');
    const dropped = own.filter(isDropped);
    const left = own.filter((row) => ![...sent, ...unknown, ...dropped].includes(row));
    counts.left.push(...left.map((row) => `${name}: ${row.kind} ${row.state} ${row.reason}`));
    counts.lost.push(
      ...sent.filter(({ ts }) => !posts.includes(ts ?? '')).map(({ kind }) => `${name}: ${kind}`),
    );
    const known = new Set(sent.map(({ ts }) => ts));
    const others = posts.filter((ts) => !known.has(ts));
    // What left together is one message; a claim names it.
    const open = new Set(unknown.map(({ message }) => message));
    if (others.length > open.size) {
      counts.twice.push(
        `${name}: ${posts.length} messages, ${known.size} sent, ${open.size} unknown`,
      );
    }
    counts.sent += sent.length;
    counts.dropped += dropped.length;
    counts.unknown += unknown.length;
    counts.unknownArrived += Math.min(others.length, open.size);
  }
  return counts;
}

/** Nobody is invited to what they have begun by themselves. */
function isDropped({ kind, state, reason }: Row): boolean {
  const isLate = reason === 'changed' || reason === 'submitted';
  return kind === 'invitation' && state === 'obsolete' && isLate;
}

/** The ids of the messages that the app has put into a person's DM. */
function postsTo(slack: LocalSlack, personId: string): string[] {
  const { dm } = slack.as(personId);
  const byBot = slack.messages.filter(
    ({ channel, from, ephemeralTo }) =>
      channel === dm && from === 'U0LADDER' && ephemeralTo === undefined,
  );
  return byBot.map(({ ts }) => ts);
}
