import type { Transaction } from '../../database/index.js';
import { fitName } from '../../domain/text/text.js';
import { safeZone } from '../../domain/time/time-zone.js';
import { refreshAdmins } from '../access/index.js';
import type { Context } from '../context.js';
import { fitToZones, isZoneChanged } from '../delivery/index.js';
import type { Profile } from '../members.js';
import { markForRedraw } from '../redraw-mark/index.js';

/** Updates stored people from their profiles; nothing is stored about others. */
export async function rememberProfiles(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  workspaceId: string,
  profiles: readonly Profile[],
): Promise<void> {
  const slackUserIds = profiles.map(({ slackUserId }) => slackUserId);
  const where = { workspaceId, slackUserId: { in: slackUserIds } };
  if (!(await db.person.findFirst({ where, select: { id: true } }))) return;
  const readAt = clock.now();
  await db.$transaction((tx) => keepProfiles(tx, { workspaceId, profiles, readAt }));
}

/**
 * The same inside a transaction of the caller. A few statements, however many: on the embedded
 * database a transaction keeps everybody else waiting.
 */
export async function keepProfiles(
  transaction: Transaction,
  input: { workspaceId: string; profiles: readonly Profile[]; readAt: Date },
): Promise<void> {
  const { workspaceId, profiles, readAt } = input;
  const profileOf = new Map(profiles.map((profile) => [profile.slackUserId, fitProfile(profile)]));
  const wanted = [...profileOf.values()].map(({ outside, email, ...profile }) => ({
    ...profile,
    left: profile.deactivated || outside !== undefined,
  }));
  const before = await transaction.person.findMany({
    where: { workspaceId, slackUserId: { in: [...profileOf.keys()] } },
    select: {
      id: true,
      slackUserId: true,
      timeZone: true,
      profileReadAt: true,
      leftAt: true,
      name: true,
    },
  });
  // The day somebody left, or became a guest, stays the day we first heard of it.
  await transaction.$executeRaw`
    UPDATE person SET name = coalesce(nullif(wanted.name, ''), person.name),
      time_zone = wanted."timeZone", locale = wanted.locale, is_slack_admin = wanted."isAdmin",
      is_bot = wanted."isBot", profile_read_at = ${readAt},
      left_at = CASE WHEN wanted."left" THEN coalesce(person.left_at, ${readAt}) END
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS wanted
      ("slackUserId" text, name text, "timeZone" text, locale text, "isAdmin" boolean,
      "isBot" boolean, "left" boolean)
    WHERE person.workspace_id = ${workspaceId}::uuid
      AND person.slack_user_id = wanted."slackUserId"`;
  const moved = before.filter((person) => {
    const profile = profileOf.get(person.slackUserId);
    return profile !== undefined && isZoneChanged(person, profile);
  });
  const comeOrGone = before.filter(({ slackUserId, leftAt }) => {
    const profile = profileOf.get(slackUserId);
    return profile && (profile.deactivated || profile.outside !== undefined) !== (leftAt !== null);
  });
  const renamed = before.filter(({ slackUserId, name }) => {
    const profile = profileOf.get(slackUserId);
    return profile && profile.name !== '' && profile.name !== name;
  });
  await refreshAdmins(transaction, { workspaceId, personIds: before.map(({ id }) => id) });
  await markPostsAround(transaction, { workspaceId, people: comeOrGone, at: readAt });
  const personIds = renamed.map(({ id }) => id);
  await markForRedraw(transaction, { workspaceId, personIds, at: readAt });
  await fitToZones(transaction, { workspaceId, personIds: moved.map(({ id }) => id), at: readAt });
}

/** Posts say whether somebody's manager is there, how far the reports are who are, and ask for a yes. */
async function markPostsAround(
  transaction: Transaction,
  { workspaceId, people, at }: { workspaceId: string; people: { id: string }[]; at: Date },
): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ id }) => id);
  const reports = await transaction.person.findMany({
    where: { workspaceId, managerId: { in: ids } },
    select: { id: true },
  });
  const requests = await transaction.placeRequest.findMany({
    where: { workspaceId, OR: [{ personId: { in: ids } }, { managerId: { in: ids } }] },
    select: { personId: true, askedId: true },
  });
  const asked = requests.flatMap(({ personId, askedId }) => [personId, askedId]);
  const personIds = [...ids, ...reports.map(({ id }) => id), ...asked];
  await markForRedraw(transaction, { workspaceId, personIds, at });
}

/** Names on one line, and a zone that there is: one profile that isn't fit would spoil the statement. */
function fitProfile(profile: Profile): Profile {
  return {
    ...profile,
    name: fitName(profile.name),
    timeZone: safeZone(profile.timeZone),
    locale: fitName(profile.locale),
  };
}
