import {
  type Answer,
  asLatest,
  type Edit,
  emptyAnswer,
  type LastPage,
  takeEdit,
} from '../domain/check-in-answers.js';
import { nearestPage, nextSteps } from '../domain/check-in-pages.js';
import { type Change, changeCheckIn, type Locked } from './check-in-changes.js';
import { type CheckInRef, toAnswer, toLastPage } from './check-in-reading.js';
import type { Context } from './context.js';
import { UserFacingError } from './user-facing-error.js';

/** What a person typed or chose on one page. */
export interface PageEdit {
  /** The competency's key. */
  competency: string;
  edit: Edit<Answer>;
}

export interface SaveOptions {
  /** The page that the person leaves for; what they leave with then counts as their latest. */
  goTo?: number | undefined;
}

/**
 * Saves what was typed or chosen on a competency's page; a request that was made before what is
 * saved changes nothing. Throws UserFacingError for a competency or a rating that isn't in this
 * check-in.
 */
export function savePage(
  context: Context,
  ref: CheckInRef,
  { competency, edit }: PageEdit,
  { goTo }: SaveOptions = {},
): Promise<Change> {
  return changeCheckIn(context, ref, 'save', async (locked) => {
    checkAnswer(locked, competency, edit);
    await writeAnswer(locked, competency, edit, goTo !== undefined);
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

/** Writes an edit of the last page; `latest` if the person leaves with it. */
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
  { tx, row }: Locked,
  competencyKey: string,
  edit: Edit<Answer>,
  latest: boolean,
): Promise<void> {
  const where = { checkInId_competencyKey: { checkInId: row.id, competencyKey } };
  const found = await tx.checkInAnswer.findUnique({ where });
  const stored = found ? toAnswer(found) : emptyAnswer;
  const { choice, text, editedAt } = takeEdit(stored, latest ? asLatest(stored, edit) : edit);
  const data = {
    ratingKey: choice?.kind === 'rating' ? choice.key : null,
    noOpportunity: choice?.kind === 'no_opportunity',
    text,
    editedAt: editedAt ?? edit.editedAt,
  };
  const { workspaceId, id: checkInId } = row;
  await tx.checkInAnswer.upsert({
    where,
    create: { workspaceId, checkInId, competencyKey, ...data },
    update: data,
  });
}

async function writePage({ tx, row, pin }: Locked, page: number | undefined): Promise<void> {
  if (page === undefined) return;
  const data = { page: nearestPage(page, pin.pages) };
  await tx.checkIn.update({ where: { id: row.id }, data });
}

function checkAnswer({ pin }: Locked, competency: string, edit: Edit<Answer>): void {
  if (!pin.pages.some((page) => page.competency.key === competency)) throw outdated();
  const { choice } = edit;
  const known = pin.framework.scale.some(
    ({ key }) => choice?.kind !== 'rating' || key === choice.key,
  );
  if (!known) throw outdated();
}

function outdated(): UserFacingError {
  return new UserFacingError(
    'Your check-in has changed since this page was drawn, so I saved nothing from it. Copy what you typed, then open your check-in again.',
  );
}
