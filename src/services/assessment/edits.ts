import type { Summary } from '../../domain/assessment/summary.js';
import { asLatest, type Edit, takeEdit } from '../../domain/questionnaire/answers.js';
import { nearestPage } from '../../domain/questionnaire/pages.js';
import { UserFacingError } from '../errors/index.js';
import { editedColumns, isAnswered, isKnown, type PageEdit } from '../questionnaire/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import type { LockedAssessment } from './changes.js';
import { toSummary } from './reading.js';

/** Saves an edit of one page; with `latest` it wins over any earlier one. */
export async function writeAnswer(
  { tx, row, pin, at }: LockedAssessment,
  page: PageEdit,
  latest: boolean,
): Promise<void> {
  if (!isKnown(page, pin)) throw outdated();
  const { workspaceId, id: assessmentId } = row;
  const { competency: competencyKey } = page;
  const where = { assessmentId_competencyKey: { assessmentId, competencyKey } };
  const found = await tx.assessmentAnswer.findUnique({ where });
  const data = editedColumns(found, page.edit, latest);
  await tx.assessmentAnswer.upsert({
    where,
    create: { workspaceId, assessmentId, competencyKey, ...data },
    update: data,
  });
  // Their own posts say whether there is a draft.
  if (isAnswered(found) === isAnswered(data)) return;
  const personIds = row.authorId === null ? [] : [row.authorId];
  await markForRedraw(tx, { workspaceId, personIds, at });
}

/** Saves an edit of the last page; with `latest` it wins over any earlier one. */
export async function writeSummary(
  { tx, row }: LockedAssessment,
  edit: Edit<Summary>,
  latest: boolean,
): Promise<void> {
  const stored = toSummary(row);
  const { summary, editedAt } = takeEdit(stored, latest ? asLatest(stored, edit) : edit);
  const data = { summary, lastPageEditedAt: editedAt ?? null };
  await tx.assessment.update({ where: { id: row.id }, data });
}

/** Remembers the page to resume at, if there is one to remember. */
export async function writePage(
  { tx, row, pin }: LockedAssessment,
  page: number | undefined,
): Promise<void> {
  if (page === undefined) return;
  const data = { page: nearestPage(page, pin.pages) };
  await tx.assessment.update({ where: { id: row.id }, data });
}

function outdated(): UserFacingError {
  return new UserFacingError(
    'This view has changed since the page was drawn, so I saved nothing from it. Copy what you typed, then open it again.',
  );
}
