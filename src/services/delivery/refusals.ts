import type { Database } from '../../database/index.js';

/** Slack refuses a workspace's token, or the whole app, whatever is to be sent. */
export interface Refusal {
  /** Slack's code, such as `token_revoked`. */
  reason: string;
  /** When the next message is tried, by the clock that messages are due by. */
  until: Date;
}

/** What Slack has against this workspace's messages; undefined while it takes them. */
export async function readRefusal(
  db: Pick<Database, 'workspaceScheduler'>,
  workspaceId: string,
): Promise<Refusal | undefined> {
  const row = await db.workspaceScheduler.findUnique({
    where: { workspaceId },
    select: { refusedBecause: true, refusedUntil: true },
  });
  if (!row?.refusedBecause || !row.refusedUntil) return undefined;
  return { reason: row.refusedBecause, until: row.refusedUntil };
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

/** Whether nothing is to be tried at this instant: Slack refused lately, and is asked again later. */
export async function isRefused(
  { db }: { db: Pick<Database, 'workspaceScheduler'> },
  { workspaceId, at }: { workspaceId: string; at: Date },
): Promise<boolean> {
  const refusal = await readRefusal(db, workspaceId);
  return refusal !== undefined && at < refusal.until;
}
