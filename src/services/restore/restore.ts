import { lastInWindow } from '../../domain/time/working-hours.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { planMessages } from '../reminder/index.js';

/** A server works on the database, or did so less than two minutes ago. */
export async function isServerAtWork({ db }: Pick<Context, 'db'>): Promise<boolean> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM workspace_scheduler WHERE planned_at > now() - interval '2 minutes'`;
  return (row?.count ?? 0) > 0;
}

/**
 * Handles messages after a restore, before a server works on the data: between the backup and the
 * end of its server, messages were sent of which the data have no record. Everything that that
 * server may have sent until `ranUntil` becomes *unknown*, so that it isn't sent again by itself:
 * what was due or being sent in the backup, and what would be decided only now. Returns how many
 * deliveries that are. A second call changes nothing. Throws UserFacingError where `ranUntil` is in
 * the future: messages until then would be lost.
 */
export async function doubtAfterRestore(
  context: Context,
  { ranUntil }: { ranUntil: Date },
): Promise<number> {
  const { db, clock } = context;
  if (ranUntil > clock.now()) {
    throw new UserFacingError(
      'The time until which the server ran lies in the future. Give the one at which it ended; nothing was changed.',
    );
  }
  for (const workspace of await db.workspace.findMany()) {
    const zones = await db.person.findMany({
      where: { workspaceId: workspace.id },
      distinct: ['timeZone'],
      select: { timeZone: true },
    });
    // The last run in which each zone's people can have got anything decides what they may have
    // got.
    const runs = zones
      .map(({ timeZone }) => lastInWindow(ranUntil, timeZone, workspace)?.getTime())
      .filter((time) => time !== undefined);
    for (const time of [...new Set(runs)].sort()) {
      const then = { ...context, clock: { now: () => new Date(time) } };
      await planMessages(then, { workspaceId: workspace.id });
    }
  }
  // Without a claim it isn't looked for in Slack: the mark of a later claim would not be found.
  return db.$executeRaw`
    UPDATE delivery SET state = 'unknown', reason = 'restored', claim_id = NULL, claimed_at = NULL,
      sent_at = COALESCE(sent_at, ${ranUntil})
    WHERE state = 'claimed' OR (state IN ('due', 'held') AND due_at <= ${ranUntil})
      OR (state = 'unknown' AND reason <> 'restored')`;
}
