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
 * To be called on data that came from a backup, before a server works on them: between the backup and
 * the end of the server that made it, messages went out of which these data know nothing. Whatever
 * that server may have sent until `ranUntil` becomes *unknown*, so that it isn't sent again by itself:
 * what was due or under way in the backup, and what would be decided only now. Out comes how many
 * deliveries that are. Doing it again changes nothing. Throws UserFacingError where `ranUntil` is yet
 * to come: what comes up until then would be lost.
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
    // The last round that each zone's people can have got anything in says what they may have got.
    const rounds = zones
      .map(({ timeZone }) => lastInWindow(ranUntil, timeZone, workspace.workingDays)?.getTime())
      .filter((time) => time !== undefined);
    for (const time of [...new Set(rounds)].sort()) {
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
