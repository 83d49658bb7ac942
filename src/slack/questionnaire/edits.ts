import type { Answer, Choice, Edit } from '../../domain/questionnaire/answers.js';
import type { PageEdit } from '../../services/questionnaire/index.js';
import { readSlackValue, slackValues } from '../ui/slack-values.js';
import { blockIds, choiceValues } from './block-ids.js';
import type { Definition, Types } from './definition.js';
import { type Field, readFields } from './fields.js';

/** When the author typed or chose, and in which input. */
export interface Made {
  /** By the clock that orders edits: Slack's `action_ts`, or when a submission arrived. */
  at: Date;
  /** The block of the input that the request is about; undefined where it is about all of them. */
  blockId?: string | undefined;
}

/** When an action was made. Throws UnreadableError for anything but `action_ts`: seconds with a fraction. */
export function madeAt(actionTs: string): Date {
  return new Date(Number(readSlackValue(slackValues.ts, actionTs)) * 1000);
}

/**
 * The edits of a sheet: the inputs that the author touched since it was drawn, that of the text's
 * competency first. Those left alone are left out, so that an old page on another device never
 * overwrites them; a choice is saved by itself. Empty where the view has no such inputs.
 */
export function readPageEdits(view: unknown, { at, blockId }: Made): PageEdit[] {
  const fields = readFields(view, blockId);
  const found = textField(fields);
  if (!found) return [];
  const { competency, text, drawnAt } = found;
  const choices = choiceFields(fields);
  const choice = choices.get(competency);
  const first: Edit<Answer> = {
    editedAt: drawnAt && drawnAt > at ? drawnAt : at,
    ...(choice?.changed && { choice: toChoice(choice.value) }),
    ...(text.changed && { text: text.value }),
  };
  choices.delete(competency);
  const chosen = [...choices].find(([key]) => blockIds.choice(key) === blockId);
  if (chosen) return [choiceEdit(chosen, at)];
  return [
    { competency, edit: first },
    ...[...choices].filter(([, { changed }]) => changed).map((one) => choiceEdit(one, at)),
  ];
}

function choiceEdit([competency, { value }]: [string, Field], editedAt: Date): PageEdit {
  return { competency, edit: { editedAt, choice: toChoice(value) } };
}

/** The same for the last page. */
export function readLastPageEdit<T extends Types>(
  { readLastPage }: Definition<T>,
  view: unknown,
  { at, blockId }: Made,
): Edit<T['lastPage']> {
  return { ...readLastPage(readFields(view, blockId)), editedAt: at } as Edit<T['lastPage']>;
}

/** Whether an edit says anything at all. */
export function hasChanges(edit: { editedAt: Date }): boolean {
  return Object.keys(edit).length > 1;
}

/** Reads the choices and the text on the sheet, changed or not. */
export function readAnswers(view: unknown): { choices: Answer['choice'][]; text: string } {
  const fields = readFields(view);
  const choices = [...choiceFields(fields).values()].map(({ value }) => toChoice(value));
  return { choices, text: textField(fields)?.text.value ?? '' };
}

/** The choices, by the key of their competency. */
function choiceFields(fields: ReadonlyMap<string, Field>): Map<string, Field> {
  const prefix = blockIds.choice('');
  return new Map(
    [...fields].flatMap(([id, field]) =>
      id.startsWith(prefix) ? [[id.slice(prefix.length), field] as const] : [],
    ),
  );
}

/** The sheet's text field; its id says with which competency it is kept and as of when it was drawn. */
function textField(fields: ReadonlyMap<string, Field>) {
  const prefix = blockIds.text('');
  const found = [...fields].find(([id]) => id.startsWith(prefix));
  if (!found) return undefined;
  const [id, text] = found;
  const [competency = '', drawnAt] = id.slice(prefix.length).split('@');
  return {
    competency,
    text,
    drawnAt: drawnAt === undefined ? undefined : new Date(Number(drawnAt)),
  };
}

function toChoice(value: string): Choice | undefined {
  if (value === choiceValues.noOpportunity) return { kind: 'no_opportunity' };
  const [, key] = value.split(':');
  return key ? { kind: 'rating', key } : undefined;
}
