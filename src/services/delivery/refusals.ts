import { type Database, Prisma } from '../../database/index.js';

/** Slack refuses a workspace's token, or the whole app, whatever is to be sent. */
export interface Refusal {
  /** Slack's code, such as `token_revoked`. */
  reason: string;
  /** When the next message is tried, by the clock that messages are due by. */
  until: Date;
}

/**
 * What Slack has against this workspace's messages; undefined while it takes them. There is no `until`
 * where the app is uninstalled: nothing is tried then.
 */
export async function readRefusal(
  db: Pick<Database, 'workspace'>,
  workspaceId: string,
): Promise<Refusal | { reason: string; until?: never } | undefined> {
  const row = await db.workspace.findUnique({
    where: { id: workspaceId },
    select: {
      uninstalledAt: true,
      scheduler: { select: { refusedBecause: true, refusedUntil: true } },
    },
  });
  if (row?.uninstalledAt) return { reason: 'app_uninstalled' };
  const { refusedBecause, refusedUntil } = row?.scheduler ?? {};
  if (!refusedBecause || !refusedUntil) return undefined;
  return { reason: refusedBecause, until: refusedUntil };
}

/** Keeps that Slack refuses the token or the app, for all processes and for the operator to see. */
export async function noteRefusal(
  db: Pick<Database, 'workspaceScheduler'>,
  workspaceId: string,
  { reason, until }: Refusal,
): Promise<void> {
  const refused = { refusedBecause: reason, refusedUntil: until };
  await db.workspaceScheduler.upsert({
    where: { workspaceId },
    create: { workspaceId, ...refused },
    update: refused,
  });
}

/** Forgets it: Slack has taken a message, or the token is another one. */
export async function forgetRefusal(
  db: Pick<Database, 'workspaceScheduler'>,
  workspaceId: string,
): Promise<void> {
  await db.workspaceScheduler.updateMany({
    where: { workspaceId, refusedBecause: { not: null } },
    data: { refusedBecause: null, refusedUntil: null },
  });
}

/**
 * Whether nothing is to be tried at this instant: the app is uninstalled, or Slack refused lately and is
 * asked again later.
 */
export async function isRefused(
  { db }: { db: Pick<Database, 'workspace'> },
  { workspaceId, at }: { workspaceId: string; at: Date },
): Promise<boolean> {
  const refusal = await readRefusal(db, workspaceId);
  return refusal !== undefined && (refusal.until === undefined || at < refusal.until);
}

/** SQL: whether the app is installed in the workspace. Nothing is claimed or sent where it isn't. */
export function isInstalled(workspaceId: string): Prisma.Sql {
  return Prisma.sql`(SELECT uninstalled_at IS NULL FROM workspace WHERE id = ${workspaceId}::uuid)`;
}
