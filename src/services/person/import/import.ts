import { setTimeout as pause } from 'node:timers/promises';
import type { Transaction } from '../../../database/index.js';
import type { PeopleProblem, PeopleRow } from '../../../domain/person/people-file.js';
import {
  type Colleague,
  type Placement,
  placePeopleRows,
} from '../../../domain/person/placement.js';
import { indexOf } from '../../../domain/role/position.js';
import { type Day, dayFromDate } from '../../../domain/time/day.js';
import { localDay } from '../../../domain/time/working-hours.js';
import type { Context } from '../../context.js';
import { findOpenCycle } from '../../cycle/index.js';
import type { Directory, Profile } from '../../members.js';
import { lockUnrevealed, revealAfterManagerChanges } from '../../reveal/index.js';
import { keepProfiles } from '../profiles.js';
import { standingOf } from '../standing.js';
import { readProfilesOf } from './profiles.js';
import { type ImportWatch, stopIfWanted } from './progress.js';
import { type KnownPerson, readEverybody } from './rows.js';
import { inBatches, managersBeside, writePlaces } from './writing.js';

/** A role's key, the manager's Slack id, and the day they took the role. */
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
      /** Managers who are not in the file and were added because of it. */
      managersAdded: string[];
    };

/** The zone in which each day begins first. */
const firstZone = 'Pacific/Kiritimati';

export interface ImportInput extends ImportWatch {
  workspaceId: string;
  rows: readonly PeopleRow[];
  /** The problems of the file's form: nothing is imported then, and the rest is checked as well. */
  problems?: readonly PeopleProblem[];
  directory?: Directory;
}

/** So long an import may take in the database, waiting for another one included. */
const longestImportMs = 15 * 60 * 1000;
const retryMs = 250;

/**
 * Imports roles and managers from the rows: all of them or, if one has a problem, none; people
 * without a row stay as they are. Everything is written in one transaction, with statements for a
 * few thousand people each: an interrupted import changes nothing. With a directory, ids are
 * checked there and profiles are stored. Throws what the directory throws if Slack can't be asked,
 * and ImportStopped.
 */
export async function importPeople(context: Context, input: ImportInput): Promise<PeopleImport> {
  const { workspaceId, rows } = input;
  const framework = indexOf(context.frameworks.current(workspaceId).framework);
  const profiles = input.directory && (await readProfilesOf(input.directory, rows, input));
  const now = context.clock.now();
  const moves = { openCycle: await findOpenCycle(context, workspaceId) };
  const work = async (transaction: Transaction): Promise<PeopleImport> => {
    await takeImportLock(transaction, input);
    const before = await readEverybody(transaction, workspaceId);
    const placed = placePeopleRows(rows, {
      framework,
      today: localDay(now, firstZone),
      colleagues: colleaguesOf(before, profiles),
      askedSlack: profiles !== undefined,
    });
    const problems = [...(input.problems ?? []), ...placed.problems];
    if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) };
    await lockUnrevealed(transaction, moves);
    await writePlaces(
      transaction,
      { workspaceId, before, placements: placed.placements, at: now },
      input,
    );
    for (const some of inBatches([...(profiles?.values() ?? [])])) {
      stopIfWanted(input);
      await keepProfiles(transaction, { workspaceId, profiles: some, readAt: now });
    }
    await revealAfterManagerChanges(transaction, moves, now);
    stopIfWanted(input);
    return describeImport(before, placed.placements, profiles);
  };
  return context.db.$transaction(work, { timeout: longestImportMs });
}

/**
 * Waits for the lock of imports: two at once could close a circle of managers between them. It
 * polls, because a waiting statement would be cancelled after a few seconds.
 */
async function takeImportLock(transaction: Transaction, input: ImportInput): Promise<void> {
  const total = input.rows.length;
  for (let waited = 0; ; waited += 1) {
    stopIfWanted(input);
    const free = await transaction.$queryRaw<unknown[]>`
      SELECT id FROM workspace WHERE id = ${input.workspaceId}::uuid FOR NO KEY UPDATE SKIP LOCKED`;
    if (free.length > 0) return;
    if (waited % 40 === 4) input.onProgress?.({ step: 'waiting', done: 0, total });
    await pause(retryMs);
  }
}

/** The people that Ladder knows, and the profiles that Slack returned. */
function colleaguesOf(
  people: ReadonlyMap<string, KnownPerson>,
  profiles: ReadonlyMap<string, Profile> | undefined,
): Map<string, Colleague> {
  const slackIdOf = slackIdsOf(people);
  const colleagues = new Map<string, Colleague>();
  for (const { slackUserId, managerId, isBot, leftAt } of people.values()) {
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
  known: ReadonlyMap<string, KnownPerson>,
  placements: readonly Placement[],
  profiles: ReadonlyMap<string, Profile> | undefined,
): PeopleImport {
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
  return { people, managersAdded: managersBeside(placements, known) };
}

function slackIdsOf(people: ReadonlyMap<string, KnownPerson>): Map<string, string> {
  return new Map([...people.values()].map(({ id, slackUserId }) => [id, slackUserId]));
}
