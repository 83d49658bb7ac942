import type { Colleague, Placement } from '../../../domain/person/placement.js';
import { type Day, dayFromDate } from '../../../domain/time/day.js';
import type { Profile } from '../../members.js';
import { standingOf } from '../standing.js';
import type { KnownPerson } from './rows.js';
import { managersBeside } from './writing.js';

/** A role's key, the manager's Slack id, and the day they took the role. */
export interface Place {
  roleKey: string | undefined;
  managerSlackUserId: string | undefined;
  inRoleSince: Day | undefined;
}

/** One person of the file and what becomes of them; `before` is undefined for somebody new. */
export interface ImportedPerson {
  slackUserId: string;
  /** Empty while it was never read from Slack. */
  name: string;
  before: Place | undefined;
  after: Place;
}

/** What an import does to each person of the file, and whom it leaves as they are. */
export interface ImportOutcome {
  people: ImportedPerson[];
  /** Managers who are not in the file and are added because of it. */
  managersAdded: string[];
  /** People with a role or a manager of whom the file says nothing. */
  notInFile: { slackUserId: string; name: string }[];
  /** People who have left Slack and were skipped, wherever the file names them. */
  skipped: string[];
}

/** How many people an import adds or changes. */
export function changesIn({ people, managersAdded }: ImportOutcome): number {
  return (
    managersAdded.length + people.filter((person) => isNew(person) || isChanged(person)).length
  );
}

export function isNew({ before }: ImportedPerson): boolean {
  return before === undefined;
}

export function isChanged({ before, after }: ImportedPerson): boolean {
  if (!before) return false;
  const { roleKey, managerSlackUserId, inRoleSince } = after;
  return (
    before.roleKey !== roleKey ||
    before.managerSlackUserId !== managerSlackUserId ||
    before.inRoleSince !== inRoleSince
  );
}

export function describeImport(
  known: ReadonlyMap<string, KnownPerson>,
  placements: readonly Placement[],
  profiles: ReadonlyMap<string, Profile> | undefined,
): Omit<ImportOutcome, 'skipped'> {
  const slackIdOf = slackIdsOf(known);
  const people = placements.map(({ slackUserId, ...after }) => {
    const row = known.get(slackUserId);
    return {
      slackUserId,
      name: profiles?.get(slackUserId)?.name ?? row?.name ?? '',
      before: row && {
        roleKey: row.roleKey ?? undefined,
        managerSlackUserId: row.managerId === null ? undefined : slackIdOf.get(row.managerId),
        inRoleSince: row.inRoleSince ? dayFromDate(row.inRoleSince) : undefined,
      },
      after,
    };
  });
  const inFile = new Set(placements.map(({ slackUserId }) => slackUserId));
  const isPlaced = ({ roleKey, managerId, leftAt, isBot }: KnownPerson) =>
    leftAt === null && !isBot && (roleKey !== null || managerId !== null);
  const notInFile = [...known.values()]
    .filter((person) => isPlaced(person) && !inFile.has(person.slackUserId))
    .map(({ slackUserId, name }) => ({ slackUserId, name }));
  return { people, managersAdded: managersBeside(placements, known), notInFile };
}

/** The people that Ladder knows, and the profiles that Slack returned. */
export function colleaguesOf(
  people: ReadonlyMap<string, KnownPerson>,
  profiles: ReadonlyMap<string, Profile> | undefined,
  erased: readonly string[],
): Map<string, Colleague> {
  const slackIdOf = slackIdsOf(people);
  const colleagues = new Map<string, Colleague>();
  for (const { slackUserId, managerId, roleKey, isBot, leftAt } of people.values()) {
    const manager = managerId === null ? undefined : slackIdOf.get(managerId);
    const standing = isBot ? 'app' : leftAt === null ? 'here' : 'left';
    colleagues.set(slackUserId, { manager, roleKey: roleKey ?? undefined, standing });
  }
  for (const [id, profile] of profiles ?? []) {
    const standing = standingOf(profile);
    colleagues.set(id, {
      ...{ manager: undefined, ...colleagues.get(id) },
      standing: standing === 'member' ? 'here' : standing,
    });
  }
  for (const id of erased) {
    if (!people.has(id)) colleagues.set(id, { manager: undefined, standing: 'erased' });
  }
  return colleagues;
}

function slackIdsOf(people: ReadonlyMap<string, KnownPerson>): Map<string, string> {
  return new Map([...people.values()].map(({ id, slackUserId }) => [id, slackUserId]));
}
