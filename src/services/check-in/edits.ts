import {
  type Answer,
  asLatest,
  type Edit,
  type LastPage,
  takeEdit,
} from '../../domain/questionnaire/answers.js';
import { nearestPage, nextSteps } from '../../domain/questionnaire/pages.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { editedColumns, isAnswered, isKnown, type PageEdit } from '../questionnaire/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { type Change, changeCheckIn, type Locked } from './changes.js';
import { type CheckInRef, toLastPage } from './reading.js';

export interface SaveOptions {
  /** The page that the person goes to; the edit then counts as the latest. */
  goTo?: number | undefined;
}

/**
 * Saves what was typed or chosen on a page, or on several together; a request that was made before
 * what is saved changes nothing. Throws UserFacingError for a competency or a rating that isn't in this
 * check-in.
 */
export function savePage(
  context: Context,
  ref: CheckInRef,
  edits: PageEdit | readonly PageEdit[],
  { goTo }: SaveOptions = {},
): Promise<Change> {
  return changeCheckIn(context, ref, 'save', async (locked) => {
    for (const page of [edits].flat()) {
      if (!isKnown(page, locked.pin)) throw outdated();
      await writeAnswer(locked, page.competency, page.edit, goTo !== undefined);
    }
    await writePage(locked, goTo);
  });
}

/** The same for the last page. Throws UserFacingError for a next step that the role doesn't have. */
export function saveLastPage(
  context: Context,
  ref: CheckInRef,
  edit: Edit<LastPage>,
  { goTo }: SaveOptions = {},
): Promise<Change> {
  return changeCheckIn(context, ref, 'save', async (locked) => {
    await writeLastPage(locked, edit, goTo !== undefined);
    await writePage(locked, goTo);
  });
}

/** Remembers the page to resume at, from 0. */
export function goTo(context: Context, ref: CheckInRef, page: number): Promise<Change> {
  return changeCheckIn(context, ref, 'save', (locked) => writePage(locked, page));
}

/** Saves an edit of the last page; with `latest` it wins over any earlier one. */
export async function writeLastPage(
  { tx, row, pin }: Locked,
  edit: Edit<LastPage>,
  latest: boolean,
): Promise<void> {
  const known = nextSteps(pin.framework, pin.role).map(({ key }) => key);
  if (edit.next && !known.includes(edit.next)) throw outdated();
  const stored = toLastPage(row);
  const { editedAt, ...kept } = takeEdit(stored, latest ? asLatest(stored, edit) : edit);
  const data = { ...kept, lastPageEditedAt: editedAt ?? null };
  await tx.checkIn.update({ where: { id: row.id }, data });
}

async function writeAnswer(
  { tx, row, at }: Locked,
  competencyKey: string,
  edit: Edit<Answer>,
  latest: boolean,
): Promise<void> {
  const where = { checkInId_competencyKey: { checkInId: row.id, competencyKey } };
  const found = await tx.checkInAnswer.findUnique({ where });
  const data = editedColumns(found, edit, latest);
  const { workspaceId, id: checkInId } = row;
  await tx.checkInAnswer.upsert({
    where,
    create: { workspaceId, checkInId, competencyKey, ...data },
    update: data,
  });
  // Posts say whether it is begun, and how far.
  if (isAnswered(found) === isAnswered(data)) return;
  await markForRedraw(tx, { workspaceId, personIds: [row.personId], at });
}

async function writePage({ tx, row, pin }: Locked, page: number | undefined): Promise<void> {
  if (page === undefined) return;
  const data = { page: nearestPage(page, pin.pages) };
  await tx.checkIn.update({ where: { id: row.id }, data });
}

function outdated(): UserFacingError {
  return new UserFacingError(
    'Your check-in has changed since this page was drawn, so I saved nothing from it. Copy what you typed, then open your check-in again.',
  );
}
