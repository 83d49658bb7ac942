import type { CheckInAnswer } from '../../database/index.js';
import type { Framework } from '../../domain/framework/framework.js';
import {
  type Answer,
  asLatest,
  type Edit,
  emptyAnswer,
  takeEdit,
} from '../../domain/questionnaire/answers.js';
import type { CheckInPage } from '../../domain/questionnaire/pages.js';

/** A person's edit of one page. */
export interface PageEdit {
  /** The competency's key. */
  competency: string;
  edit: Edit<Answer>;
}

/** The stored columns of an answer, the same for check-ins and assessments. */
export type AnswerColumns = Pick<
  CheckInAnswer,
  'ratingKey' | 'noOpportunity' | 'text' | 'editedAt'
>;

export type AnswerRow = AnswerColumns & Pick<CheckInAnswer, 'competencyKey'>;

/** The answers by competency key. */
export function toAnswers(rows: readonly AnswerRow[]): Map<string, Answer> {
  return new Map(rows.map((row) => [row.competencyKey, toAnswer(row)]));
}

function toAnswer(row: AnswerColumns): Answer {
  const { ratingKey, noOpportunity, text, editedAt } = row;
  if (noOpportunity) return { choice: { kind: 'no_opportunity' }, text, editedAt };
  return { choice: ratingKey ? { kind: 'rating', key: ratingKey } : undefined, text, editedAt };
}

/** Returns the columns after an edit; with `latest` it wins over any earlier one. */
export function editedColumns(
  found: AnswerColumns | null,
  edit: Edit<Answer>,
  latest: boolean,
): AnswerColumns {
  const stored = found ? toAnswer(found) : emptyAnswer;
  const { choice, text, editedAt } = takeEdit(stored, latest ? asLatest(stored, edit) : edit);
  return {
    ratingKey: choice?.kind === 'rating' ? choice.key : null,
    noOpportunity: choice?.kind === 'no_opportunity',
    text,
    editedAt: editedAt ?? edit.editedAt,
  };
}

/** Whether something is answered, as `isBegunCheckIn` and `answeredPages` count it. */
export function isAnswered(answer: AnswerColumns | null): boolean {
  if (!answer) return false;
  return answer.ratingKey !== null || answer.noOpportunity || /\S/.test(answer.text);
}

/** Whether an edit is about a page and a rating that there are. */
export function isKnown(
  { competency, edit: { choice } }: PageEdit,
  { framework, pages }: { framework: Framework; pages: readonly CheckInPage[] },
): boolean {
  const page = pages.find((one) => one.competency.key === competency);
  if (!page) return false;
  const scale = page.scale ?? framework.scale;
  return choice?.kind !== 'rating' || scale.some(({ key }) => key === choice.key);
}
