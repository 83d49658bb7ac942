import { z } from 'zod';
import type { Day } from '../../domain/time/day.js';
import type { Agreement } from '../../services/conversation/index.js';
import { readFilled } from '../ui/form.js';
import { metadata } from '../ui/metadata.js';
import { slackValues } from '../ui/slack-values.js';
import { fields } from './ids.js';

/** What the record and its forms carry. */
export const recordMetadata = metadata(
  z.object({
    checkInId: slackValues.id,
    /** The action item that the form is for. */
    actionId: slackValues.id.optional(),
    /** The day that the form showed, where one was recorded. */
    was: slackValues.day.optional(),
    /** The version of the action or of the notes that the form showed. */
    version: z.int().min(0).optional(),
    /** The record that the form is laid over. */
    recordViewId: slackValues.viewId.optional(),
  }),
);

/** What the list of differences carries. */
export const differenceMetadata = metadata(
  z.object({ checkInId: slackValues.id, recordViewId: slackValues.viewId.optional() }),
);

/** The day that was picked; undefined where none was. */
export function readHeldOn(view: unknown): Day | undefined {
  return readFilled(view).get(fields.heldOn)?.value;
}

/** Reads the form of an action item. */
export function readAgreement(
  view: unknown,
  { actionId, version }: { actionId: string; version: number | undefined },
): Agreement {
  const filled = readFilled(view);
  const text = (name: string) => filled.get(name)?.value ?? '';
  return {
    actionItemId: actionId,
    what: text(fields.what),
    measure: text(fields.measure),
    dueOn: filled.get(fields.dueOn)?.value,
    competencyKey: filled.get(fields.competency)?.value,
    side: text(fields.owner) === 'manager' ? 'manager' : 'report',
    version,
  };
}
