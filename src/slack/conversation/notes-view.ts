import type { ModalView } from '@slack/types';
import {
  type ConversationNotes,
  type ConversationRecord,
  longestNotes,
} from '../../services/conversation/index.js';
import { proseField } from '../form-draft/links.js';
import { context, dayText, type KnownBlock, mention, said, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { callbackIds, fields } from './ids.js';
import { recordMetadata } from './input.js';
import { otherOf, plainName } from './words.js';

export interface NotesForm {
  /** The window with the record, below the form. */
  recordViewId: string | undefined;
  /** The notes as they are now. */
  notes: ConversationNotes;
  /** What the reader has typed against notes that the other one has changed meanwhile. */
  typed?: string;
}

/** The notes of a conversation: one text that both write and see. */
export function notesView(
  record: ConversationRecord & { held: NonNullable<ConversationRecord['held']> },
  { recordViewId, notes, typed }: NotesForm,
): ModalView {
  const { checkInId, held } = record;
  const who = mention(otherOf(record).slackUserId);
  return modal({
    callbackId: callbackIds.notes,
    title: 'Your notes',
    submit: 'Save',
    close: 'Cancel',
    metadata: recordMetadata.write({ checkInId, recordViewId, version: notes.version }),
    blocks: [
      ...(typed === undefined
        ? [section(`About your conversation with ${who} of ${dayText(held.heldOn)}.`)]
        : conflictBlocks(record, notes)),
      proseField({
        form: { kind: callbackIds.notes, of: held.id },
        actionId: fields.notes,
        label: 'What do you want to remember of it?',
        hint: 'What you talked about, what each of you saw, what to come back to.',
        optional: true,
        text: typed ?? notes.text,
        longest: longestNotes,
        multiline: true,
      }),
      context('The two of you read it and can change it; nobody else does. No message quotes it.'),
    ],
  });
}

function conflictBlocks(record: ConversationRecord, { text }: ConversationNotes): KnownBlock[] {
  const name = plainName(otherOf(record));
  return [
    section(
      `*${mention(otherOf(record).slackUserId)} changed the notes while you wrote, so yours are not saved yet.* Both are here: put them together below, then save.`,
    ),
    ...(text ? [said(`As ${name} saved them:`, text)] : [context('They saved empty notes.')]),
  ];
}
