import type { Person as PersonRow } from '../../database/index.js';
import { fitName } from '../../domain/text/text.js';
import type { Day } from '../../domain/time/day.js';
import { dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { isErased } from '../erased/index.js';
import type { Profile } from '../members.js';
import { rememberProfiles } from './profiles.js';
import { NotAMemberError, standingOf } from './standing.js';

/** A person as the services hand them on. */
export interface Person {
  id: string;
  workspaceId: string;
  slackUserId: string;
  name: string;
  timeZone: string;
  locale: string;
  isAdmin: boolean;
  /** False once Slack says that they are no full member any more: deactivated, or a guest. */
  active: boolean;
  roleKey: string | undefined;
  managerId: string | undefined;
  inRoleSince: Day | undefined;
}

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    slackUserId: row.slackUserId,
    name: row.name,
    timeZone: row.timeZone,
    locale: row.locale,
    isAdmin: row.isAdmin,
    active: isHere(row),
    roleKey: row.roleKey ?? undefined,
    managerId: row.managerId ?? undefined,
    inRoleSince: row.inRoleSince ? dayFromDate(row.inRoleSince) : undefined,
  };
}

/**
 * The person behind a Slack user, remembered from their first request on; before that Slack is asked
 * whether they are a full member. Throws NotAMemberError for everybody else, and UserFacingError where
 * Slack doesn't answer.
 */
export async function findOrAddPerson(
  context: Context,
  { workspaceId, slackUserId }: WhoInSlack,
): Promise<Person> {
  const where = { workspaceId_slackUserId: { workspaceId, slackUserId } };
  const row = await context.db.person.findUnique({ where });
  if (row && isHere(row)) return toPerson(row);
  await admit(context, { workspaceId, slackUserId });
  return toPerson(await context.db.person.findUniqueOrThrow({ where }));
}

/** Somebody in Slack. */
export interface WhoInSlack {
  workspaceId: string;
  slackUserId: string;
}

/** Returns whether a stored person is a full member, by the stored row. */
export function isHere({ leftAt, isBot }: Pick<PersonRow, 'leftAt' | 'isBot'>): boolean {
  return leftAt === null && !isBot;
}

/** What we know of somebody without asking Slack; undefined for people who are new to us. */
export async function knownStanding(
  { db }: Pick<Context, 'db'>,
  { workspaceId, slackUserId }: WhoInSlack,
): Promise<{ standing: 'member' | 'app' | 'left' | 'erased'; locale?: string } | undefined> {
  const row = await db.person.findUnique({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
    select: { leftAt: true, isBot: true, locale: true },
  });
  if (!row) {
    const erased = await isErased(db, { workspaceId, slackUserId });
    return erased ? { standing: 'erased' } : undefined;
  }
  const { leftAt, isBot, locale } = row;
  if (isBot) return { standing: 'app', locale };
  return { standing: leftAt === null ? 'member' : 'left', locale };
}

/** Adds an unknown person, or one who had left, if Slack says that they are a full member. */
export async function admit(context: Context, who: WhoInSlack): Promise<void> {
  const profile = await context.members?.profileOf(who.slackUserId);
  if (!profile) throw new NotAMemberError('visitor');
  const standing = standingOf(profile);
  if (standing !== 'member') throw new NotAMemberError(standing);
  if (await isErased(context.db, who)) throw new NotAMemberError('erased');
  await addMember(context, who.workspaceId, profile);
}

/**
 * Stores a full member with their profile; does nothing for anybody else, or who was erased.
 * `isNewcomer`: they are to be welcomed, if they were not known.
 */
export async function addMember(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  workspaceId: string,
  profile: Profile,
  { isNewcomer = false }: { isNewcomer?: boolean } = {},
): Promise<void> {
  if (standingOf(profile) !== 'member') return;
  const { slackUserId, name } = profile;
  if (await isErased(db, { workspaceId, slackUserId })) return;
  const at = clock.now();
  const person = { workspaceId, slackUserId, name: fitName(name), createdAt: at };
  await db.person.createMany({
    data: [{ ...person, welcomeFrom: isNewcomer ? at : null }],
    skipDuplicates: true,
  });
  await rememberProfiles({ db, clock }, workspaceId, [profile]);
}

/** Returns whom we know by this Slack id, also somebody who has left; undefined for nobody. */
export async function findKnownPerson(
  { db }: Pick<Context, 'db'>,
  { workspaceId, slackUserId }: WhoInSlack,
): Promise<Person | undefined> {
  const where = { workspaceId_slackUserId: { workspaceId, slackUserId } };
  const row = await db.person.findUnique({ where });
  return row ? toPerson(row) : undefined;
}

/** The person with this id in this workspace, or undefined. */
export async function findPerson(
  { db }: Context,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<Person | undefined> {
  const row = await db.person.findFirst({ where: { id: personId, workspaceId } });
  return row ? toPerson(row) : undefined;
}
