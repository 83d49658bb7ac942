import { Prisma } from '../../database/index.js';
import type { FrameworkVersion } from '../../domain/framework/framework.js';
import { isChanged } from '../../domain/framework-version/role-change.js';
import { nextInWindow } from '../../domain/time/working-hours.js';
import type { Context } from '../context.js';
import { recording } from '../delivery/index.js';
import { cycleToFileUnder } from '../open-cycle/index.js';
import { timeZonesOf } from '../workspace/index.js';
import { UnreadableVersionError } from './damaged.js';
import { roleChanged } from './messages.js';
import { changedRole } from './role-changes.js';

const minuteMs = 60_000;
/** A version that follows within these minutes is part of the same message. */
const delayMs = 10 * minuteMs;
/** After two weeks it is no news. */
const lifeMs = 14 * 24 * 60 * minuteMs;
/** So many people are recorded at a time. */
const pageSize = 1000;

export interface AnnounceInput {
  workspaceId: string;
  /** Once aborted, the page under way is finished and no other begun. */
  signal?: AbortSignal | undefined;
}

/**
 * Records a message for everybody whose role a new version changes or no longer has, in their working
 * hours, a page of people at a time. A person for whom such a message waits gets no second one.
 * Doing it again, after a crash or beside another process, records nobody twice.
 */
export async function announceVersions(
  context: Pick<Context, 'db' | 'clock' | 'frameworks'>,
  { workspaceId, signal }: AnnounceInput,
): Promise<void> {
  const { db, clock } = context;
  const versions = await db.frameworkVersion.findMany({
    where: { workspaceId, announcedAt: null },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  });
  if (versions.length === 0) return;
  const cycleId = await cycleToFileUnder(db, { workspaceId, at: clock.now() });
  // Without any cycle no message can be filed; it waits until there is one.
  if (cycleId === undefined) return;
  for (const { id, number } of versions) {
    const previous = await db.frameworkVersion.findFirst({
      where: { workspaceId, number: { lt: number } },
      orderBy: { number: 'desc' },
      select: { id: true },
    });
    const pair = previous && (await readPair(context, { before: previous.id, now: id }));
    if (pair && !(await record(context, { workspaceId, cycleId, pair, signal }))) return;
    await db.frameworkVersion.update({ where: { id }, data: { announcedAt: clock.now() } });
  }
}

interface VersionPair {
  before: FrameworkVersion;
  now: FrameworkVersion;
}

/** Undefined where one of the two can't be read: then what differs is unknown. */
async function readPair(
  { frameworks }: Pick<Context, 'frameworks'>,
  ids: { before: string; now: string },
): Promise<VersionPair | undefined> {
  try {
    return {
      before: await frameworks.version(ids.before),
      now: await frameworks.version(ids.now),
    };
  } catch (error) {
    if (error instanceof UnreadableVersionError) return undefined;
    throw error;
  }
}

/** The keys of the roles whose people are notified. */
function keysToNotify({ before, now }: VersionPair): string[] {
  const keys = [...before.framework.roles, ...now.framework.roles].map(({ key }) => key);
  return [...new Set(keys)].filter((key) => {
    const found = changedRole(key, { before, now });
    return found.kind === 'lost' || (found.kind === 'changed' && isChanged(found.change));
  });
}

/** Returns false where it was stopped before the end. */
async function record(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { workspaceId, cycleId, pair, signal }: AnnounceInput & { cycleId: string; pair: VersionPair },
): Promise<boolean> {
  const keys = keysToNotify(pair);
  if (keys.length === 0) return true;
  const at = new Date(clock.now().getTime() + delayMs);
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const zones = (await timeZonesOf(db, workspaceId)).map((name) => ({
    name,
    due: nextInWindow(at, name, workspace) ?? at,
  }));
  const { kind } = roleChanged;
  let after: string | null = '00000000-0000-0000-0000-000000000000';
  while (after !== null) {
    if (signal?.aborted) return false;
    const page: { count: number; last: string | null }[] = await db.$queryRaw`
      WITH page AS (
        SELECT person.id, coalesce(zone.due, ${at}::timestamptz) AS due_at
        FROM person
        LEFT JOIN jsonb_to_recordset(${JSON.stringify(zones)}::jsonb)
          AS zone (name text, due timestamptz) ON zone.name = person.time_zone
        WHERE person.workspace_id = ${workspaceId}::uuid AND person.id > ${after}::uuid
          AND person.left_at IS NULL AND NOT person.is_bot AND person.role_key = ANY(${keys})
          AND NOT EXISTS (
            SELECT FROM delivery WHERE delivery.recipient_id = person.id
              AND delivery.kind = ${kind} AND delivery.state IN ('due', 'held') OFFSET 0
          )
        ORDER BY person.id LIMIT ${pageSize}
      ), recorded AS (
        ${recording(Prisma.sql`
          SELECT ${workspaceId}::uuid AS workspace_id, ${kind}::text AS kind,
            ${cycleId}::uuid AS cycle_id, id AS recipient_id,
            ${pair.before.id}::uuid AS subject_id, ${String(pair.now.number)}::text AS step,
            NULL::text AS key_step, due_at,
            due_at + make_interval(secs => ${lifeMs / 1000}::float) AS expires_at,
            NULL::text AS silent_because
          FROM page`)}
      )
      SELECT count(*)::int AS count, max(id::text) AS last FROM page`;
    const [{ count, last } = { count: 0, last: null }] = page;
    after = count < pageSize ? null : last;
  }
  return true;
}
