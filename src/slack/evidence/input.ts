import { z } from 'zod';
import type { EvidenceEdit } from '../../services/evidence/index.js';
import { readFilled } from '../ui/form.js';
import { metadata } from '../ui/metadata.js';
import { chosen, type Press } from '../ui/press.js';
import { readSlackValue, slackValues } from '../ui/slack-values.js';
import { callbackIds, fields, notSure } from './ids.js';

const placeSchema = z.object({
  /** From 0. */
  page: z.int().min(0).max(9999),
  /** All pieces, or only those since the last review. */
  all: z.boolean(),
});

/** What part of all that a person kept is shown. */
export type Place = z.infer<typeof placeSchema>;

export const firstPlace: Place = { page: 0, all: false };

export const placeMetadata = metadata(placeSchema);

/** Returns the position in a list; the beginning for a view that isn't one. */
export function placeOf(view: Press['body']['view']): Place {
  return view?.callback_id === callbackIds.list ? placeMetadata.read(view) : firstPlace;
}

const formSchema = z.object({
  /** The piece's id; a new one has its own before it is saved, so that it is saved once. */
  id: slackValues.id,
  /** 'keep' makes the piece if it isn't there, 'change' takes it for deleted then. */
  mode: z.enum(['keep', 'change']),
  message: z
    .object({
      channelId: slackValues.channelId,
      ts: slackValues.ts,
      permalink: slackValues.link.optional(),
    })
    .optional(),
  /** The list below the form. */
  list: placeSchema.extend({ viewId: slackValues.viewId }).optional(),
});

/** What a form is about. */
export type FormMetadata = z.infer<typeof formSchema>;

export const formMetadata = metadata(formSchema);

/** Returns what was filled in. Throws UnreadableError for a view that is no form. */
export function readForm(view: unknown): EvidenceEdit {
  const filled = readFilled(view);
  // Absent for somebody without a role, who has nothing to choose from.
  const competency = filled.get(fields.competencyKey)?.value;
  return {
    competencyKey: competency === undefined ? undefined : competencyOf(competency),
    note: filled.get(fields.note)?.value ?? '',
    happenedOn: filled.get(fields.happenedOn)?.value ?? '',
  };
}

/** Returns which piece goes under which competency. Throws UnreadableError for any other choice. */
export function reassignedPiece(press: Press): { id: string; competencyKey: string | null } {
  const id = readSlackValue(slackValues.id, press.action.block_id.split(':')[1]);
  return { id, competencyKey: competencyOf(chosen(slackValues.value, press)) };
}

/** A picker's value: a competency's key, or null for "not sure yet". */
function competencyOf(value: string): string | null {
  return value === notSure ? null : value;
}
