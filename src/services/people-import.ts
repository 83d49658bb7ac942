import type { Person } from '../database/index.js';
import { type Day, dayFromDate } from '../domain/day.js';
import type { PeopleProblem, PeopleRow } from '../domain/people-file.js';
import { type Colleague, judgePeopleRows, type Placement } from '../domain/people-placement.js';
import { indexOf } from '../domain/role-index.js';
import { localDay } from '../domain/working-hours.js';
import type { Context } from './context.js';
import { findOpenCycle } from './cycles.js';
import { standingOf } from './members.js';
import { keepPlaces } from './people-import-rows.js';
import { mostAskedSingly } from './profile-reader.js';
import { type Directory, keepProfiles, type Profile } from './profiles.js';
import { holdUnrevealed, revealAfterMoves } from './reveal.js';

/** Where a person stands: a role's key, their manager's Slack id, the day they took the role. */
export interface Place {
  roleKey: string | undefined;
  managerSlackUserId: string | undefined;
  inRoleSince: Day | undefined;
}

/** One person of the file and what became of them; `before` is undefined for somebody new. */
export interface ImportedPerson {
  slackUserId: string;
  /** Empty while it was never read from Slack. */
  name: string;
  before: Place | undefined;
  after: Place;
}

/** Either problems, and nothing was changed, or what the import did to each person of the file. */
export type PeopleImport =
  | { problems: PeopleProblem[] }
  | {
      people: ImportedPerson[];
      /** Managers who are not in the file and whom Ladder met through it. */
      managersAdded: string[];
    };

/** The zone in which each day begins first. */
const firstZone = 'Pacific/Kiritimati';
/** How many profiles are read from Slack at once. */
const readersAtOnce = 4;

/**
 * Puts people on the ladder as the rows say, all of them or, if anything is wrong with one, none;
 * people who are in no row stay as they are. With a directory, ids are checked there and profiles
 * are kept. Throws what the directory throws if Slack can't be asked.
 */
export async function importPeople(
  context: Context,
  input: {
    workspaceId: string;
    rows: readonly PeopleRow[];
    /** What was wrong with the file's form: then nothing is imported, and the rest is judged as well. */
    problems?: readonly PeopleProblem[];
    directory?: Directory;
  },
): Promise<PeopleImport> {
  const { workspaceId, rows, directory } = input;
  const framework = indexOf(context.frameworks.current(workspaceId).framework);
  const profiles = directory && (await readProfiles(directory, idsIn(rows)));
  const now = context.clock.now();
  const moves = { openCycle: await findOpenCycle(context, workspaceId) };
  return context.db.$transaction(async (transaction): Promise<PeopleImport> => {
    // Two imports at once must not close a circle of managers between them.
    await transaction.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const before = await transaction.person.findMany({ where: { workspaceId } });
    const placed = judgePeopleRows(rows, {
      framework,
      today: localDay(now, firstZone),
      colleagues: colleaguesOf(before, profiles),
      askedSlack: profiles !== undefined,
    });
    const problems = [...(input.problems ?? []), ...placed.problems];
    if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) };
    await holdUnrevealed(transaction, moves);
    const { placements } = placed;
    const ids = placements.flatMap(({ slackUserId, managerSlackUserId: manager }) =>
      manager === undefined ? [slackUserId] : [slackUserId, manager],
    );
    await transaction.person.createMany({
      data: [...new Set(ids)].map((slackUserId) => ({
        ...{ workspaceId, slackUserId, name: '' },
        createdAt: now,
      })),
      skipDuplicates: true,
    });
    const read = [...(profiles?.values() ?? [])];
    await keepProfiles(transaction, { workspaceId, profiles: read, readAt: now });
    await keepPlaces(transaction, { workspaceId, placements });
    await revealAfterMoves(transaction, moves, now);
    return describeImport(before, placements, profiles);
  });
}

function idsIn(rows: readonly PeopleRow[]): string[] {
  const ids = rows.flatMap(({ slackUserId, managerSlackUserId }) => [
    slackUserId,
    managerSlackUserId,
  ]);
  return [...new Set(ids)].filter((id) => /^[UW][A-Z0-9]+$/.test(id));
}

async function readProfiles(directory: Directory, ids: string[]): Promise<Map<string, Profile>> {
  const profiles = ids.length > mostAskedSingly ? await readAmongAll(directory, ids) : new Map();
  const rest = ids.filter((id) => !profiles.has(id)).values();
  const reader = async () => {
    for (const id of rest) {
      const profile = await directory.find(id);
      if (profile) profiles.set(id, profile);
    }
  };
  await Promise.all(Array.from({ length: readersAtOnce }, reader));
  return profiles;
}

/** Those of them whom Slack lists. */
async function readAmongAll(directory: Directory, ids: string[]): Promise<Map<string, Profile>> {
  const wanted = new Set(ids);
  const profiles = new Map<string, Profile>();
  let next: string | undefined;
  do {
    const page = await directory.page(next);
    for (const profile of page.profiles) {
      if (wanted.has(profile.slackUserId)) profiles.set(profile.slackUserId, profile);
    }
    next = page.next;
  } while (next !== undefined && profiles.size < wanted.size);
  return profiles;
}

/** Whom Ladder knows, and what Slack says of those that it was asked about. */
function colleaguesOf(
  people: readonly Person[],
  profiles: ReadonlyMap<string, Profile> | undefined,
): Map<string, Colleague> {
  const slackIdOf = new Map(people.map((person) => [person.id, person.slackUserId]));
  const colleagues = new Map<string, Colleague>();
  for (const { slackUserId, managerId, isBot, leftAt } of people) {
    const manager = managerId === null ? undefined : slackIdOf.get(managerId);
    const standing = isBot ? 'app' : leftAt === null ? 'here' : 'left';
    colleagues.set(slackUserId, { manager, standing });
  }
  for (const [id, profile] of profiles ?? []) {
    const standing = standingOf(profile);
    colleagues.set(id, {
      manager: colleagues.get(id)?.manager,
      standing: standing === 'member' ? 'here' : standing,
    });
  }
  return colleagues;
}

function describeImport(
  before: readonly Person[],
  placements: readonly Placement[],
  profiles: ReadonlyMap<string, Profile> | undefined,
): PeopleImport {
  const known = new Map(before.map((person) => [person.slackUserId, person]));
  const slackIdOf = new Map(before.map((person) => [person.id, person.slackUserId]));
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
  const managers = new Set(
    placements.flatMap(({ managerSlackUserId }) => managerSlackUserId ?? []),
  );
  const managersAdded = [...managers].filter((id) => !inFile.has(id) && !known.has(id));
  return { people, managersAdded };
}
