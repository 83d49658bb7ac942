import { arrange } from '../domain/message-order.js';
import type { Context } from './context.js';
import { type ClaimedDelivery, claimDeliveries, drop, hold, postpone } from './deliveries.js';
import { hasReader, plannedContent, readContent } from './delivery-contents.js';
import { type Found, judge, type Obstacle, obstacle } from './delivery-judgement.js';
import { beginSending, recordOutcome } from './delivery-outcomes.js';
import type { Messenger, SendOutcome, SingleMessage } from './messenger.js';
import { readRecipients } from './recipients.js';

/** A reason to write that was carried out, or tried: one of those that a message holds. */
export interface SentReminder {
  at: Date;
  recipient: { id: string; slackUserId: string; name: string };
  kind: SingleMessage['kind'];
  step: string;
  cycleName: string;
  outcome: SendOutcome['state'];
}

export interface SendDueInput {
  workspaceId: string;
  at: Date;
  /** Only the delivery with this id. */
  only?: string;
  /** Once aborted, what is under way ends and nothing new begins. */
  signal?: AbortSignal;
}

/** A claimed message with what decides about it. */
interface Candidate extends ClaimedDelivery {
  found: Found;
}

/** One that goes out, with what it says. */
interface Ready {
  claim: Candidate;
  message: SingleMessage;
}

/** So many people at a time. */
const batchSize = 50;
/** Slack takes about one message a second and channel; several people's go out at once. */
const sendersAtOnce = 4;
const shortestRetryMs = 1000;

/**
 * Sends what is recorded as due, each message only if fresh data still ask for it; what is due for one
 * person goes out as one message. Several processes may run this at once; none sends what another has
 * taken.
 */
export async function sendDue(
  context: Context,
  messenger: Messenger,
  { workspaceId, at, only, signal }: SendDueInput,
): Promise<SentReminder[]> {
  const { db } = context;
  const sent: SentReminder[] = [];
  while (!signal?.aborted) {
    const selection = { workspaceId, at, limit: batchSize, ...(only !== undefined && { only }) };
    const claims = await claimDeliveries(db, selection);
    if (claims.length === 0) break;
    const recipients = await readRecipients(db, { workspaceId, messages: claims, at });
    await eachOf(byRecipient(claims), async (mine) => {
      const candidates: Candidate[] = [];
      for (const claim of mine) {
        const found = recipients.get(claim.id);
        if (!found) await drop(db, claim, 'gone');
        else if (signal?.aborted) await postpone(db, claim, at);
        else candidates.push({ ...claim, found });
      }
      sent.push(...(await sendTogether(context, messenger, candidates, at)));
    });
  }
  return sent;
}

/** One person's messages: decided upon one by one, sent as one. */
async function sendTogether(
  context: Context,
  messenger: Messenger,
  candidates: Candidate[],
  at: Date,
): Promise<SentReminder[]> {
  const ready = await prepare(context, candidates, at);
  const begun = await beginSending(
    context.db,
    ready.map(({ claim }) => claim),
    at,
  );
  const leaving = ready.filter(({ claim }) => begun.includes(claim));
  const [first, ...others] = leaving.map(({ message }) => message);
  const person = leaving[0]?.claim.found.recipient.person;
  if (!first || !person) return [];
  const whole =
    others.length > 0 ? { kind: 'combined' as const, parts: [first, ...others] } : first;
  const outcome = atLeastASecond(await messenger.send(person, whole));
  await recordOutcome(context.db, begun, outcome, at);
  const { id, slackUserId, name } = person;
  return leaving.map(({ claim, message }) => {
    const fields = { delivery: claim.id, kind: claim.kind, outcome: outcome.state };
    context.log.info(fields, 'a message was handed to Slack');
    return {
      at,
      recipient: { id, slackUserId, name },
      kind: message.kind === 'brief_ready' ? 'brief' : message.kind,
      step: claim.step,
      cycleName: claim.found.round.cycle.name,
      outcome: outcome.state,
    };
  });
}

/** What goes out, in its order. Whatever doesn't is put off, held back or dropped here. */
async function prepare(context: Context, candidates: Candidate[], at: Date): Promise<Ready[]> {
  const wanted: Candidate[] = [];
  for (const claim of candidates) {
    const hindered = hindrance(claim, at);
    if (hindered) await settle(context, claim, hindered);
    else wanted.push(claim);
  }
  const { kept, superseded } = arrange(wanted);
  for (const claim of superseded) await drop(context.db, claim, 'superseded');
  const ready: Ready[] = [];
  for (const claim of kept) {
    const nth = ready.filter((one) => one.claim.kind === claim.kind).length;
    const content = await contentOf(context, claim, { at, nth });
    if ('send' in content) ready.push({ claim, message: content.send });
    else await drop(context.db, claim, content.drop);
  }
  return ready;
}

function hindrance(claim: Candidate, at: Date): Obstacle | undefined {
  const hindered = obstacle(claim, claim.found, at);
  if (hindered || hasReader(claim)) return hindered;
  const judged = judge(claim, claim.found, at);
  return 'drop' in judged ? judged : undefined;
}

async function contentOf(
  context: Context,
  claim: Candidate,
  { at, nth }: { at: Date; nth: number },
) {
  const { found } = claim;
  if (hasReader(claim)) return readContent(context, { ...found, claim, at }, nth);
  const judged = judge(claim, found, at);
  return 'drop' in judged ? judged : plannedContent(judged.send, found, at);
}

async function settle({ db }: Context, claim: Candidate, hindered: Obstacle): Promise<void> {
  if ('wait' in hindered) await postpone(db, claim, hindered.wait);
  else if ('hold' in hindered) await hold(db, claim, hindered.hold);
  else await drop(db, claim, hindered.drop);
}

function byRecipient(claims: ClaimedDelivery[]): ClaimedDelivery[][] {
  const groups = new Map<string, ClaimedDelivery[]>();
  for (const claim of claims) {
    groups.set(claim.recipientId, [...(groups.get(claim.recipientId) ?? []), claim]);
  }
  return [...groups.values()];
}

function atLeastASecond(outcome: SendOutcome): SendOutcome {
  if (outcome.state !== 'retry') return outcome;
  return { ...outcome, afterMs: Math.max(outcome.afterMs, shortestRetryMs) };
}

/** Runs through a list with a few at once. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: sendersAtOnce }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
