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
  /** The action that the request is about; undefined for a submission. */
  actionId?: string | undefined;
}

/** When an action was made. Throws UnreadableError for anything but `action_ts`: seconds with a fraction. */
export function madeAt(actionTs: string): Date {
  return new Date(Number(readSlackValue(slackValues.ts, actionTs)) * 1000);
}

/**
 * The edit of a competency's page: the inputs that the author touched since the page was drawn.
 * Those left alone are left out, so that an old page on another device never overwrites them.
 */
export function readPageEdit(view: unknown, { at, actionId }: Made): PageEdit | undefined {
  const fields = readFields(view, actionId);
  const found = textField(fields);
  if (!found) return undefined;
  const { competency, text, drawnAt } = found;
  const choice = fields.get(blockIds.choice(competency));
  const edit: Edit<Answer> = {
    editedAt: drawnAt && drawnAt > at ? drawnAt : at,
    ...(choice?.changed && { choice: toChoice(choice.value) }),
    ...(text.changed && { text: text.value }),
  };
  return { competency, edit };
}

/** The same for the last page. */
export function readLastPageEdit<T extends Types>(
  { readLastPage }: Definition<T>,
  view: unknown,
  { at, actionId }: Made,
): Edit<T['lastPage']> {
  return { ...readLastPage(readFields(view, actionId)), editedAt: at } as Edit<T['lastPage']>;
}

/** Whether an edit says anything at all. */
export function hasChanges(edit: { editedAt: Date }): boolean {
  return Object.keys(edit).length > 1;
}

/** Reads the answer on the page, changed or not. */
export function readAnswer(view: unknown): Answer {
  const fields = readFields(view);
  const { competency = '', text } = textField(fields) ?? {};
  const choice = fields.get(blockIds.choice(competency))?.value ?? '';
  return { choice: toChoice(choice), text: text?.value ?? '', editedAt: undefined };
}

/** The page's text field; its id says which competency it is for and as of when it was drawn. */
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
