import type { Database, Delivery } from '../../database/index.js';
import type { Context } from '../context.js';
import type { ClaimedDelivery, Found, MessageContent, PostedAt } from '../message.js';
import { lookUpPeople } from './look-up.js';
import type { ClaimedPost } from './redraw-claims.js';

/** The content of a message about something that is there no more; every feature's may become it. */
export const goneKind = 'gone';

/** What is read of posts at once. */
export interface ReadPosts {
  found: ReadonlyMap<string, Found>;
  errors: ReadonlyMap<string, unknown>;
  newest: ReadonlyMap<string, string>;
}

/** Reads what decides about posts, in a fixed number of statements a cycle. */
export async function readPosts(
  context: Context,
  { workspaceId, posts, at }: { workspaceId: string; posts: readonly ClaimedPost[]; at: Date },
): Promise<ReadPosts> {
  const people = posts.map(({ rows }) => rows.flatMap(asClaimed));
  const [read, newest] = await Promise.all([
    lookUpPeople(context, { workspaceId, people, at }),
    readNewest(context, posts),
  ]);
  return { ...read, newest };
}

/**
 * Returns what a post says now, in the order of its messages; empty where this version knows none of
 * their kinds. Throws what reading one of them throws.
 */
export async function contentOf(
  context: Context,
  { rows, ts }: ClaimedPost,
  { found, errors, newest, at }: ReadPosts & { at: Date },
): Promise<MessageContent[]> {
  const { definitions } = context.messages;
  const parts: { rank: number; content: MessageContent }[] = [];
  for (const row of withoutCopies(rows)) {
    if (errors.has(row.id)) throw errors.get(row.id);
    const rank = definitions.findIndex(({ kind }) => kind === row.kind);
    const definition = definitions[rank];
    const facts = found.get(row.id);
    const [claim] = asClaimed(row);
    // A newer version runs beside this one, and draws it.
    if (!definition || !claim) return [];
    const gone = { rank, content: { kind: goneKind, over: 'changed' as const } };
    if (!facts) {
      parts.push(gone);
      continue;
    }
    const hasNewer = (newest.get(topicOf(context, row)) ?? ts) > ts;
    const message: PostedAt = { ...facts, claim, at, hasNewer, sentAt: row.sentAt ?? at };
    const content = definition.lookUp
      ? definition.again(message)
      : await definition.readAgain(context, message);
    parts.push(content ? { rank, content } : gone);
  }
  return parts.sort((one, other) => one.rank - other.rank).map(({ content }) => content);
}

function asClaimed({ cycleId, claimId, ...row }: Delivery): ClaimedDelivery[] {
  if (cycleId === null) return [];
  return [{ ...row, cycleId, claimId: claimId ?? '', repeats: false }];
}

/** A message that is to come again and the row of its earlier post say the same. */
function withoutCopies(rows: readonly Delivery[]): Delivery[] {
  const nameOf = ({ kind, cycleId, subjectId, step }: Delivery) =>
    [kind, cycleId, subjectId, step].join(':');
  return [...new Map(rows.map((row) => [nameOf(row), row])).values()];
}

/** By topic, the timestamp of the newest post to a person about it. */
async function readNewest(
  context: Context & { db: Database },
  posts: readonly ClaimedPost[],
): Promise<Map<string, string>> {
  const rows = await context.db.delivery.groupBy({
    by: ['recipientId', 'cycleId', 'kind', 'subjectId'],
    where: {
      recipientId: { in: posts.map(({ recipientId }) => recipientId) },
      cycleId: { in: posts.flatMap((post) => post.rows.flatMap(({ cycleId }) => cycleId ?? [])) },
      slackTs: { not: null },
    },
    _max: { slackTs: true },
  });
  const newest = new Map<string, string>();
  for (const { _max, ...row } of rows) {
    const topic = topicOf(context, row);
    const ts = _max.slackTs ?? '';
    if (ts > (newest.get(topic) ?? '')) newest.set(topic, ts);
  }
  return newest;
}

/** Messages of one topic in a cycle are about the same; else those of a kind about one subject. */
function topicOf(
  { messages }: Context,
  {
    recipientId,
    cycleId,
    kind,
    subjectId,
  }: Pick<Delivery, 'recipientId' | 'cycleId' | 'kind' | 'subjectId'>,
): string {
  const topic = messages.find(kind)?.topic;
  return [recipientId, cycleId, topic ?? [kind, subjectId].join(':')].join('|');
}
