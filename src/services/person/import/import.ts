import type { Transaction } from '../../../database/index.js';
import { withoutLeavers } from '../../../domain/person/leavers.js';
import type { PeopleProblem, PeopleRow } from '../../../domain/person/people-file.js';
import { placePeopleRows } from '../../../domain/person/placement.js';
import { indexOf } from '../../../domain/role/position.js';
import { localDay } from '../../../domain/time/time-zone.js';
import { type Administrator, requireAdmin } from '../../access/index.js';
import { recordChange } from '../../audit-log/index.js';
import type { Context } from '../../context.js';
import { findOpenCycle } from '../../cycle/index.js';
import { erasedAmong } from '../../erased/index.js';
import { UserFacingError } from '../../errors/index.js';
import type { Profile } from '../../members.js';
import { lockUnrevealed, revealAfterManagerChanges } from '../../reveal/index.js';
import { keepProfiles } from '../profiles.js';
import { takeImportLock } from './lock.js';
import { changesIn, colleaguesOf, describeImport, type ImportOutcome } from './outcome.js';
import { type ImportWatch, stopIfWanted } from './progress.js';
import { readEverybody } from './rows.js';
import { inBatches, writePlaces } from './writing.js';

/** Either problems, and nothing was changed, or what the import does to each person of the file. */
export type PeopleImport = { problems: PeopleProblem[] } | ImportOutcome;

/** The zone in which each day begins first. */
const firstZone = 'Pacific/Kiritimati';

export interface ImportInput extends ImportWatch {
  workspaceId: string;
  by: Administrator;
  rows: readonly PeopleRow[];
  /** The problems of the file's form: nothing is imported then, and the rest is checked as well. */
  problems?: readonly PeopleProblem[];
  /** What Slack says about everybody in the rows; undefined where it wasn't asked. */
  profiles?: ReadonlyMap<string, Profile> | undefined;
  /** Changes nothing, and only returns what would be done. */
  dryRun?: boolean | undefined;
  /** Changes nothing where more people than that would be added or changed. */
  most?: number | undefined;
  /** Goes on without the people who have left Slack; otherwise each is a problem. */
  skipLeavers?: boolean | undefined;
}

/** So long an import may take in the database, waiting for another one included. */
const longestImportMs = 15 * 60 * 1000;

/**
 * Imports roles and managers from the rows: all of them or, if one has a problem, none; people
 * without a row stay as they are. Everything is written in one transaction, with statements for a
 * few thousand people each: an interrupted import changes nothing. Throws UserFacingError for
 * everybody but admins and operators and where too many would change, and ImportStopped.
 */
export async function importPeople(context: Context, input: ImportInput): Promise<PeopleImport> {
  const { workspaceId, by, profiles, most } = input;
  const now = context.clock.now();
  const moves = { openCycle: await findOpenCycle(context, workspaceId) };
  const work = async (transaction: Transaction): Promise<PeopleImport> => {
    if (!input.dryRun) await takeImportLock(transaction, { ...input, total: input.rows.length });
    await requireAdmin(transaction, { workspaceId, by });
    const before = await readEverybody(transaction, workspaceId);
    const erased = await erasedAmong(transaction, workspaceId, idsIn(input.rows));
    const known = { before, erased: [...erased.keys()] };
    const { problems, placements, skipped } = placed(context, input, known);
    if (problems.length > 0) return { problems };
    const outcome = { ...describeImport(before, placements, profiles), skipped };
    if (most !== undefined && changesIn(outcome) > most) throw tooMany(changesIn(outcome), most);
    if (input.dryRun) return outcome;
    await lockUnrevealed(transaction, moves);
    await writePlaces(transaction, { workspaceId, by, before, placements, at: now }, input);
    for (const some of inBatches([...(profiles?.values() ?? [])])) {
      stopIfWanted(input);
      await keepProfiles(transaction, { workspaceId, profiles: some, readAt: now });
    }
    await revealAfterManagerChanges(transaction, moves, now);
    await note(transaction, { workspaceId, by, at: now }, outcome);
    stopIfWanted(input);
    return outcome;
  };
  return context.db.$transaction(work, { timeout: longestImportMs });
}

/** What the rows ask for, with their problems in the order of the lines. */
function placed(
  { frameworks, clock }: Context,
  { workspaceId, profiles, skipLeavers, ...file }: ImportInput,
  {
    before,
    erased,
  }: { before: Awaited<ReturnType<typeof readEverybody>>; erased: readonly string[] },
) {
  const colleagues = colleaguesOf(before, profiles, erased);
  const { rows, skipped } = skipLeavers
    ? withoutLeavers(file.rows, colleagues)
    : { rows: file.rows, skipped: [] };
  const { placements, problems } = placePeopleRows(rows, {
    framework: indexOf(frameworks.current(workspaceId).framework),
    today: localDay(clock.now(), firstZone),
    colleagues,
    askedSlack: profiles !== undefined,
  });
  const all = [...(file.problems ?? []), ...problems].sort((one, other) => one.line - other.line);
  return { placements, skipped, problems: all };
}

function tooMany(changes: number, most: number): UserFacingError {
  return new UserFacingError(
    `${changes} people would be added or changed, and ${most} was set as the most. Nothing is changed; see with a dry run whether the file is right.`,
  );
}

/** The ids in the rows, of people and of their managers. */
function idsIn(rows: ImportInput['rows']): string[] {
  return rows.flatMap(({ slackUserId, managerSlackUserId }) => [slackUserId, managerSlackUserId]);
}

async function note(
  tx: Transaction,
  about: { workspaceId: string; by: Administrator; at: Date },
  outcome: ImportOutcome,
): Promise<void> {
  const changes = changesIn(outcome);
  if (changes === 0) return;
  const after = `${changes} added or changed`;
  await recordChange(tx, { ...about, action: 'people_imported', subject: '', before: '', after });
}
