import { dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';

/** A workspace that Ladder's app was uninstalled from. */
interface Uninstalled {
  at: Date;
  /** People and what they wrote are erased from then on, unless it is installed again. */
  keptUntil: Date;
}

/** Slack may say it some moments before it refuses the token; the token isn't tried earlier. */
const untriedMs = 10 * 60_000;

/** The columns of an `Uninstalled` in SQL, from the table workspace. */
export const uninstalledColumnsSql =
  'uninstalled_at AS at, uninstalled_at + make_interval(months => keep_leavers_months) AS "keptUntil"';

/** Returns since when the app is uninstalled; undefined while it is installed. */
export async function readUninstalled(
  { db }: Pick<Context, 'db'>,
  workspaceId: string,
): Promise<Uninstalled | undefined> {
  const [row] = await db.$queryRawUnsafe<Uninstalled[]>(
    `SELECT ${uninstalledColumnsSql} FROM workspace
     WHERE id = $1::uuid AND uninstalled_at IS NOT NULL`,
    workspaceId,
  );
  return row;
}

/** Returns the words for the operator, the same in the log, `/statusz` and `doctor`. */
export function uninstalledText({ at, keptUntil }: Uninstalled): string {
  return `Slack said on ${dayFromDate(at)} that the app was uninstalled or its token revoked, so nothing is sent; what waits is kept. To go on, install the app again; if SLACK_BOT_TOKEN is set, set it to the new token and restart Ladder. Otherwise everybody's data are erased from ${dayFromDate(keptUntil)} on.`;
}

/**
 * Stops sending in a workspace, for all processes, and logs it. Does nothing the second time: Slack
 * says it twice, as two events.
 */
export async function noteUninstalled(
  context: Pick<Context, 'db' | 'clock' | 'log'>,
  workspaceId: string,
): Promise<void> {
  const { count } = await context.db.workspace.updateMany({
    where: { id: workspaceId, uninstalledAt: null },
    data: { uninstalledAt: context.clock.now() },
  });
  const uninstalled = count > 0 ? await readUninstalled(context, workspaceId) : undefined;
  if (uninstalled) context.log.warn({ workspace: workspaceId }, uninstalledText(uninstalled));
}

/** Slack takes the token: what waits is sent. */
export async function noteInstalled(
  { db, log }: Pick<Context, 'db' | 'log'>,
  workspaceId: string,
): Promise<void> {
  const { count } = await db.workspace.updateMany({
    where: { id: workspaceId, uninstalledAt: { not: null } },
    data: { uninstalledAt: null },
  });
  if (count > 0)
    log.info({ workspace: workspaceId }, 'the app is installed again; sending goes on');
}

export interface TokenCheck {
  /** Asks Slack whether it takes the token; throws where it doesn't answer. */
  takesToken: () => Promise<boolean>;
  /** Deletes the token, where it is in the database. */
  forgetToken?: (() => Promise<void>) | undefined;
}

/**
 * Goes on where Slack takes the token after all: an event may be late, and about an installation
 * before this one. Deletes a token that it refuses.
 */
export async function lookForInstallation(
  context: Pick<Context, 'db' | 'clock' | 'log'>,
  { workspaceId, takesToken, forgetToken }: TokenCheck & { workspaceId: string },
): Promise<void> {
  const uninstalled = await readUninstalled(context, workspaceId);
  if (!uninstalled) return;
  if (context.clock.now().getTime() < uninstalled.at.getTime() + untriedMs) return;
  if (await takesToken()) await noteInstalled(context, workspaceId);
  else await forgetToken?.();
}
