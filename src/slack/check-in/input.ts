import { z } from 'zod';
import type { Answer, Choice, Edit, LastPage } from '../../domain/questionnaire/answers.js';
import { fitText } from '../../domain/text/text.js';
import type { PageEdit } from '../../services/check-in/index.js';
import { UserFacingError } from '../../services/errors/index.js';
import { typedText } from '../ui/form.js';
import { given, readGiven, readGivenJson } from '../ui/given.js';
import { longestAnswer } from '../ui/modal.js';
import { blockIds, choiceValues } from './ids.js';

const metadataSchema = z.object({
  checkInId: given.id,
  page: z.int().min(0),
  fromLastPage: z.boolean().optional(),
});

/** Where in which check-in a view stands. Ids only: it can be read by others. */
export type Metadata = z.infer<typeof metadataSchema>;

export function writeMetadata(metadata: Metadata): string {
  return JSON.stringify(metadata);
}

/** Throws UnreadableError for a view that isn't one of ours. */
export function readMetadata(view: { private_metadata: string }): Metadata {
  return readGivenJson(metadataSchema, view.private_metadata);
}

const optionSchema = z.object({ value: given.value });

const valueSchema = z.object({
  value: typedText.nullish(),
  selected_option: optionSchema.nullish(),
});

const elementSchema = z.object({
  initial_value: z.string().nullish(),
  initial_option: optionSchema.nullish(),
});

const viewSchema = z.object({
  state: z.object({ values: z.record(z.string(), z.record(z.string(), valueSchema)) }),
  blocks: z.array(z.object({ block_id: z.string(), element: z.unknown().optional() })),
});

/** One input: what stands in it, and whether that differs from what it was drawn with. */
export interface Field {
  value: string;
  changed: boolean;
}

/** What a request says about when and where the person typed or chose. */
export interface Made {
  /** When, by the clock that orders edits: Slack's `action_ts`, or when a submission arrived. */
  at: Date;
  /** The action that the request is about, if it isn't a submission. */
  actionId?: string | undefined;
}

/**
 * What a competency's page brings: the fields that the person touched since the page was drawn.
 * Those left alone are left out, so that an old page on another device never overwrites them.
 */
export function readPageEdit(view: unknown, made: Made): PageEdit | undefined {
  const fields = readFields(view, made);
  const found = textField(fields);
  if (!found) return undefined;
  const { competency, text, drawnAt } = found;
  const choice = fields.get(blockIds.choice(competency));
  const edit: Edit<Answer> = {
    editedAt: drawnAt && drawnAt > made.at ? drawnAt : made.at,
    ...(choice?.changed && { choice: toChoice(choice.value) }),
    ...(text.changed && { text: text.value }),
  };
  return { competency, edit };
}

/** The same for the last page. */
export function readLastPageEdit(view: unknown, made: Made): Edit<LastPage> {
  const fields = readFields(view, made);
  const proudOf = fields.get(blockIds.proudOf);
  const next = fields.get(blockIds.next);
  const needs = fields.get(blockIds.needs);
  return {
    editedAt: made.at,
    ...(proudOf?.changed && { proudOf: proudOf.value }),
    ...(next?.changed && { next: next.value }),
    ...(needs?.changed && { needs: needs.value }),
  };
}

/** Whether an edit says anything at all. */
export function hasChanges(edit: { editedAt: Date }): boolean {
  return Object.keys(edit).length > 1;
}

/** The answer as it stands on the page, touched or not. */
export function readAnswer(view: unknown): Answer {
  const fields = readFields(view, {});
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

/** What stands in each input, by the id of its block. Throws UserFacingError for a text that is too long. */
export function readFields(
  view: unknown,
  { actionId }: Pick<Made, 'actionId'>,
): Map<string, Field> {
  const { state, blocks } = readGiven(viewSchema, view);
  return new Map(
    Object.entries(state.values).flatMap(([blockId, inputs]): [string, Field][] => {
      const [id, input] = Object.entries(inputs)[0] ?? [];
      if (!input) return [];
      const value = input.value ?? input.selected_option?.value ?? '';
      if (value.length > longestAnswer) throw tooLong(value.length);
      const drawn = drawnValue(blocks.find((block) => block.block_id === blockId)?.element);
      return [[blockId, { value, changed: id === actionId || value !== drawn }]];
    }),
  );
}

/** What the input was drawn with. Slack hands some characters of it back escaped. */
function drawnValue(element: unknown): string {
  const { initial_value, initial_option } = readGiven(elementSchema, element ?? {});
  const value = initial_value ?? initial_option?.value ?? '';
  return fitText(value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

function tooLong(length: number): UserFacingError {
  return new UserFacingError(
    `Keep it to ${longestAnswer} characters; it has ${length} now. What you typed is still here.`,
  );
}

function toChoice(value: string): Choice | undefined {
  if (value === choiceValues.noOpportunity) return { kind: 'no_opportunity' };
  const [, key] = value.split(':');
  return key ? { kind: 'rating', key } : undefined;
}
