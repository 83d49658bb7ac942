import { z } from 'zod';
import { metadata } from '../ui/metadata.js';
import { slackValues } from '../ui/slack-values.js';

/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Opens the form; the value is the report's id. */
  add: 'manager_note.add',
  /** Deletes a note on the page about a report; the value is the note's id, as for the next two. */
  delete: 'manager_note.delete',
  /** The same on a page of a view. */
  remove: 'manager_note.remove',
  /** Adds a note to what is typed on a page of a view. */
  use: 'manager_note.use',
} as const;

export const callbackIds = { form: 'manager_note.form' } as const;

/** The form's inputs: block and action share a name. */
export const fields = {
  note: 'manager_note.note',
  happenedOn: 'manager_note.happened_on',
} as const;

/** What a form carries: a new note has its id before it is saved, so that it is saved once. */
export const noteMetadata = metadata(
  z.object({
    id: slackValues.id,
    subjectId: slackValues.id,
    /** The page about the report below the form. */
    viewId: slackValues.viewId.optional(),
  }),
);
