import { z } from 'zod';
import type { EvidenceEdit } from '../../services/evidence/index.js';
import { typedText } from '../ui/form.js';
import { given, readGiven, readGivenJson, UnreadableError } from '../ui/given.js';
import { fields, notSure } from './ids.js';

const placeSchema = z.object({
  /** From 0. */
  page: z.int().min(0).max(9999),
  /** All pieces, or only those since the last review. */
  all: z.boolean(),
});

/** What part of all that a person kept is shown. */
export type Place = z.infer<typeof placeSchema>;

export const firstPlace: Place = { page: 0, all: false };

const formMetadataSchema = z.object({
  /** The piece's id; a new one has its own before it is saved, so that it is saved once. */
  id: given.id,
  /** 'keep' makes the piece if it isn't there, 'change' takes it for deleted then. */
  mode: z.enum(['keep', 'change']),
  message: z
    .object({
      channelId: given.channelId,
      ts: given.ts,
      permalink: given.link.optional(),
    })
    .optional(),
  /** The list that the form stands over. */
  list: placeSchema.extend({ viewId: given.viewId }).optional(),
});

/** What a form is about. Ids only: it can be read by others. */
export type FormMetadata = z.infer<typeof formMetadataSchema>;

export function writeFormMetadata(metadata: FormMetadata): string {
  return JSON.stringify(metadata);
}

/** Reads a form's metadata; throws UnreadableError for any other view. */
export function readFormMetadata(view: { private_metadata: string }): FormMetadata {
  return readGivenJson(formMetadataSchema, view.private_metadata);
}

export function writePlace(place: Place): string {
  return JSON.stringify(place);
}

/** Reads where a list stands; the beginning for a view that isn't one. */
export function readPlace(view: { private_metadata: string } | undefined): Place {
  try {
    return readGivenJson(placeSchema, view?.private_metadata);
  } catch (error) {
    if (error instanceof UnreadableError) return firstPlace;
    throw error;
  }
}

const formSchema = z.object({
  state: z.object({
    values: z.object({
      // Absent for somebody without a role, who has nothing to choose from.
      [fields.competencyKey]: z
        .object({
          [fields.competencyKey]: z.object({
            selected_option: z.object({ value: given.value }).nullish(),
          }),
        })
        .optional(),
      [fields.note]: z.object({
        [fields.note]: z.object({ value: typedText.nullish() }),
      }),
      [fields.happenedOn]: z.object({
        [fields.happenedOn]: z.object({ selected_date: z.string().max(20).nullish() }),
      }),
    }),
  }),
});

/** What stands in the form; throws UnreadableError for any other view. */
export function readForm(view: unknown): EvidenceEdit {
  const { values } = readGiven(formSchema, view).state;
  const competency = values[fields.competencyKey]?.[fields.competencyKey].selected_option?.value;
  return {
    competencyKey: competency === undefined ? undefined : competencyOf(competency),
    note: values[fields.note][fields.note].value ?? '',
    happenedOn: values[fields.happenedOn][fields.happenedOn].selected_date ?? '',
  };
}

/** A picker's value: a competency's key, or null for "not sure yet". */
function competencyOf(value: string): string | null {
  return value === notSure ? null : value;
}

const pressedSchema = z.object({ value: given.value });

/** The id of the piece that a button is about. Throws UnreadableError for any other action. */
export function pressedPiece(action: unknown): string {
  return readGiven(given.id, readGiven(pressedSchema, action).value);
}

/** The page that a button asks for, from 0. Throws UnreadableError for any other action. */
export function pressedPage(action: unknown): number {
  return readGiven(given.page, readGiven(pressedSchema, action).value);
}

const movedSchema = z.object({
  block_id: given.value,
  selected_option: z.object({ value: given.value }),
});

/** Which piece goes under which competency. Throws UnreadableError for any other action. */
export function reassignedPiece(action: unknown): { id: string; competencyKey: string | null } {
  const { block_id, selected_option } = readGiven(movedSchema, action);
  const id = readGiven(given.id, block_id.split(':')[1]);
  return { id, competencyKey: competencyOf(selected_option.value) };
}
