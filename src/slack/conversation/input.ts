import { z } from 'zod';
import type { Day } from '../../domain/time/day.js';
import type { Agreement } from '../../services/conversation/index.js';
import { readFilled } from '../ui/form.js';
import { given, readGiven, readGivenJson } from '../ui/given.js';
import { fields } from './ids.js';

/** A button's value: an id. Throws UnreadableError for anything else. */
export function parseId(value: unknown): string {
  return readGiven(given.id, value);
}

const metadataSchema = z.object({
  checkInId: given.id,
  /** The action that the form is for. */
  actionId: given.id.optional(),
});

export type Metadata = z.infer<typeof metadataSchema>;

export function writeMetadata(metadata: Metadata): string {
  return JSON.stringify(metadata);
}

/** Reads back what `writeMetadata` wrote; throws UnreadableError for anything else. */
export function readMetadata(view: { private_metadata: string }): Metadata {
  return readGivenJson(metadataSchema, view.private_metadata);
}

/** The day that was picked; undefined where none was. */
export function readHeldOn(view: unknown): Day | undefined {
  return readFilled(view).get(fields.heldOn)?.value;
}

/** What was typed about an action. */
export function readAgreement(view: unknown, actionId: string): Agreement {
  const filled = readFilled(view);
  const text = (name: string) => filled.get(name)?.value ?? '';
  return {
    actionId,
    what: text(fields.what),
    measure: text(fields.measure),
    dueOn: filled.get(fields.dueOn)?.value,
    competencyKey: filled.get(fields.competency)?.value,
    side: text(fields.owner) === 'manager' ? 'manager' : 'report',
  };
}
