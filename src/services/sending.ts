import type { Database, Workspace } from '../database/index.js';
import type { Context } from './context.js';
import { toCycle } from './cycles.js';
import {
  beginSending,
  type ClaimedDelivery,
  claimDeliveries,
  drop,
  postpone,
  recordOutcome,
} from './deliveries.js';
import { judgeByContent } from './delivery-contents.js';
import type { Found } from './delivery-judgement.js';
import type { Messenger, OutgoingMessage, SendOutcome } from './messenger.js';
import { type Round, readFacts, roundOf } from './reminder-facts.js';

/** A message that left, or was tried. */
export interface SentReminder {
  at: Date;
  recipient: { id: string; slackUserId: string; name: string };
  kind: OutgoingMessage['kind'];
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

const batchSize = 50;
/** Slack takes about one message a second and channel; several people's go out at once. */
const sendersAtOnce = 4;
const shortestRetryMs = 1000;

/**
 * Sends what is recorded as due, each message only if fresh data still ask for it. Several processes
 * may run this at once; none sends what another has taken.
 */
export async function sendDue(
  context: Context,
  messenger: Messenger,
  { workspaceId, at, only, signal }: SendDueInput,
): Promise<SentReminder[]> {
  const sent: SentReminder[] = [];
  while (!signal?.aborted) {
    const selection = { workspaceId, at, limit: batchSize, ...(only !== undefined && { only }) };
    const claims = await claimDeliveries(context.db, selection);
    if (claims.length === 0) break;
    const recipients = await readRecipients(context.db, { workspaceId, claims, at });
    await eachOf(byRecipient(claims), async (mine) => {
      for (const claim of mine) {
        const found = recipients.get(claim.id);
        if (!found) await drop(context.db, claim, 'gone');
        else if (signal?.aborted) await postpone(context.db, claim, at);
        else sent.push(...(await sendOne(context, messenger, { claim, found, at })));
      }
    });
  }
  return sent;
}

async function sendOne(
  context: Context,
  messenger: Messenger,
  { claim, found, at }: { claim: ClaimedDelivery; found: Found; at: Date },
): Promise<SentReminder[]> {
  const { db, log } = context;
  const judged = await judgeByContent(context, claim, found, at);
  if ('wait' in judged) await postpone(db, claim, judged.wait);
  if ('drop' in judged) await drop(db, claim, judged.drop);
  if (!('send' in judged) || !(await beginSending(db, claim, at))) return [];
  const { person } = found.recipient;
  const answered = await messenger.send(person, judged.send);
  const outcome = atLeastASecond(answered);
  await recordOutcome(db, claim, outcome, at);
  const fields = { delivery: claim.id, kind: claim.kind, outcome: outcome.state };
  log.info(fields, 'a message was handed to Slack');
  const { id, slackUserId, name } = person;
  return [
    {
      at,
      recipient: { id, slackUserId, name },
      kind: judged.send.kind,
      step: claim.step,
      cycleName: found.round.cycle.name,
      outcome: outcome.state,
    },
  ];
}

/** What decides about each claimed message, by the message's id: a fixed number of statements a cycle. */
async function readRecipients(
  db: Database,
  { workspaceId, claims, at }: { workspaceId: string; claims: ClaimedDelivery[]; at: Date },
): Promise<Map<string, Found>> {
  const cycleIds = [...new Set(claims.map(({ cycleId }) => cycleId))];
  const [workspace, cycles] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
    db.cycle.findMany({ where: { id: { in: cycleIds } } }),
  ]);
  const found = new Map<string, Found>();
  for (const row of cycles) {
    const cycle = toCycle(row);
    const mine = claims.filter(({ cycleId }) => cycleId === cycle.id);
    for (const [id, one] of await findEach(db, workspace, {
      round: roundOf(workspace, cycle),
      mine,
      at,
    })) {
      found.set(id, one);
    }
  }
  return found;
}

async function findEach(
  db: Database,
  workspace: Workspace,
  { round, mine, at }: { round: Round; mine: ClaimedDelivery[]; at: Date },
): Promise<[string, Found][]> {
  const people = await db.person.findMany({
    where: { workspaceId: workspace.id, id: { in: mine.map(({ recipientId }) => recipientId) } },
  });
  const recipients = await readFacts(db, { cycle: round.cycle, people, at });
  const byId = new Map(recipients.map((recipient) => [recipient.person.id, recipient]));
  return mine.flatMap((claim) => {
    const recipient = byId.get(claim.recipientId);
    return recipient ? [[claim.id, { round, recipient }] as [string, Found]] : [];
  });
}

/** Each person's messages together, one after the other: their own check-in first, then their team. */
function byRecipient(claims: ClaimedDelivery[]): ClaimedDelivery[][] {
  const isForTeam = ({ kind }: ClaimedDelivery) => kind === 'digest' || kind === 'all_set';
  const groups = new Map<string, ClaimedDelivery[]>();
  for (const claim of [...claims].sort((a, b) => Number(isForTeam(a)) - Number(isForTeam(b)))) {
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
