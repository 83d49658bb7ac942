import type { ManagerNote as ManagerNoteRow } from '../../database/index.js';
import { may } from '../../domain/access/access.js';
import { noteLimit, windowFor } from '../../domain/evidence/evidence.js';
import { isBlank } from '../../domain/text/text.js';
import { type Day, dateFromDay, dayFromDate, isDay } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { findRelation } from '../access/index.js';
import type { Context } from '../context.js';
import { FieldError, UserFacingError } from '../errors/index.js';

/** What a manager keeps about a report for their next view. */
export interface ManagerNote {
  id: string;
  note: string;
  happenedOn: Day;
}

/** The manager who keeps notes, and whom they are about; checked on every use. */
interface AboutReport {
  workspaceId: string;
  authorId: string;
  subjectId: string;
}

/** Something about a note can't be, and in which field. */
export class ManagerNoteError extends FieldError<'note' | 'happenedOn'> {}

/**
 * Keeps a note of a manager's about a report; the same id a second time changes nothing. Throws
 * ManagerNoteError, and saves nothing, for an empty or too long note or an invalid or future day, and
 * UserFacingError for somebody who isn't their manager today.
 */
export async function keepManagerNote(
  context: Context,
  about: AboutReport,
  { id, note, happenedOn }: ManagerNote,
): Promise<void> {
  const { workspaceId, authorId, subjectId } = about;
  if (!(await mayKeep(context, about))) throw notTheManager();
  if (isBlank(note)) throw new ManagerNoteError('note', 'Say in a few words what you saw.');
  if (note.length > noteLimit) {
    throw new ManagerNoteError('note', `A note has room for ${noteLimit} characters. Shorten it.`);
  }
  if (!isDay(happenedOn)) throw new ManagerNoteError('happenedOn', 'Pick a day.');
  const author = await context.db.person.findFirstOrThrow({ where: { id: authorId, workspaceId } });
  if (happenedOn > localDay(context.clock.now(), author.timeZone)) {
    throw new ManagerNoteError(
      'happenedOn',
      'That day is still to come. Pick the day it happened.',
    );
  }
  const row = { id, workspaceId, authorId, subjectId, note };
  await context.db.managerNote.createMany({
    data: [{ ...row, happenedOn: dateFromDay(happenedOn), createdAt: context.clock.now() }],
    skipDuplicates: true,
  });
}

/** Returns whom a note is to be about. Throws UserFacingError for anybody but their manager today. */
export async function subjectOfManagerNote(
  context: Context,
  { workspaceId, authorId, subjectId }: AboutReport,
): Promise<{ id: string; name: string; slackUserId: string }> {
  const pair = { workspaceId, actorId: authorId, subjectId };
  const { relation, subject } = await findRelation(context.db, pair);
  if (!subject || !may('keepManagerNote', { relation })) throw notTheManager();
  const { id, name, slackUserId } = subject;
  return { id, name, slackUserId };
}

/** Returns all that a manager keeps about a report, newest first; nothing for anybody else. */
export async function listManagerNotes(
  context: Context,
  about: AboutReport,
): Promise<ManagerNote[]> {
  return (await readNotes(context, about)).map(toManagerNote);
}

/** Returns those for one cycle: since the review before it. */
export async function managerNotesForAssessment(
  context: Context,
  about: AboutReport & { reviewOn: Day },
): Promise<ManagerNote[]> {
  const cycles = await context.db.cycle.findMany({ where: { workspaceId: about.workspaceId } });
  const { from, before } = windowFor(
    about.reviewOn,
    cycles.map((cycle) => {
      return {
        reviewOn: dayFromDate(cycle.reviewOn),
        opened: cycle.openedAt !== null && cycle.cancelledAt === null,
      };
    }),
  );
  return (await listManagerNotes(context, about)).filter(
    ({ happenedOn }) =>
      (from === undefined || happenedOn >= from) && (before === undefined || happenedOn < before),
  );
}

/** Returns one of them, or undefined if it isn't there or isn't this manager's. */
export async function findManagerNote(
  context: Context,
  about: AboutReport,
  id: string,
): Promise<ManagerNote | undefined> {
  const [row] = await readNotes(context, about, id);
  return row && toManagerNote(row);
}

/**
 * Deletes a note for good and returns whom it was about; undefined where it is gone, is somebody else's,
 * or its author isn't their manager any more.
 */
export async function deleteManagerNote(
  context: Context,
  { workspaceId, authorId }: Omit<AboutReport, 'subjectId'>,
  id: string,
): Promise<string | undefined> {
  const where = { id, workspaceId, authorId };
  const subjectId = (await context.db.managerNote.findFirst({ where }))?.subjectId;
  if (!subjectId || !(await mayKeep(context, { workspaceId, authorId, subjectId })))
    return undefined;
  await context.db.managerNote.deleteMany({ where });
  return subjectId;
}

async function readNotes(context: Context, about: AboutReport, id?: string) {
  if (!(await mayKeep(context, about))) return [];
  const { workspaceId, authorId, subjectId } = about;
  return context.db.managerNote.findMany({
    where: { workspaceId, authorId, subjectId, ...(id !== undefined && { id }) },
    orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
  });
}

async function mayKeep(context: Context, { workspaceId, authorId, subjectId }: AboutReport) {
  const pair = { workspaceId, actorId: authorId, subjectId };
  const { relation } = await findRelation(context.db, pair);
  return may('keepManagerNote', { relation });
}

function toManagerNote({ id, note, happenedOn }: ManagerNoteRow): ManagerNote {
  return { id, note, happenedOn: dayFromDate(happenedOn) };
}

function notTheManager(): UserFacingError {
  return new UserFacingError(
    "You are not this person's manager any more, so I kept nothing. What you typed stays where it is: copy it if you want to keep it.",
  );
}
