import type { Button, ModalView } from '@slack/types';
import { noteLimit } from '../../domain/evidence/evidence.js';
import { excerpt } from '../../domain/text/excerpt.js';
import type { Day } from '../../domain/time/day.js';
import type { ManagerNote } from '../../services/manager-note/index.js';
import { proseField } from '../form-draft/links.js';
import {
  actions,
  button,
  context,
  count,
  dayText,
  type KnownBlock,
  quotation,
  said,
  section,
} from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { displayName } from '../ui/text.js';
import { actionIds, callbackIds, fields, noteMetadata } from './ids.js';

const most = 5;
/** In a view's page the notes stand beside a long expectation and the fields. */
const longestBeside = 1_500;

interface Subject {
  id: string;
  name: string;
  slackUserId: string;
}

/** What a manager keeps about a report, on the page about them: newest first, each with Delete. */
export function notesOnReport(subject: Subject, notes: readonly ManagerNote[]): KnownBlock[] {
  const add = button({
    text: subject.name ? `Keep something about ${excerpt(subject.name, 40)}` : 'Keep something',
    actionId: actionIds.add,
    value: subject.id,
  });
  const shown = notes.slice(0, most);
  return [
    section('*What you keep for your next view*'),
    ...shown.flatMap((note) => [
      section(dayText(note.happenedOn), { accessory: noteButton('Delete', 'delete', note) }),
      quotation(note.note),
    ]),
    ...rest(notes.length - shown.length),
    actions([add]),
    context('Only you see this, also when their manager changes. It stands beside your next view.'),
  ];
}

/** The same beside the pages of a view: each note can be used in the text there. */
export function notesBesideView(notes: readonly ManagerNote[]): KnownBlock[] {
  if (notes.length === 0) return [];
  const shown = notes.slice(0, most);
  return [
    section('*What you kept for this view*, seen by nobody else until you use it'),
    ...shown.flatMap((note) => [
      said(dayText(note.happenedOn), excerpt(note.note, longestBeside)),
      actions([noteButton('Use', 'use', note), noteButton('Delete', 'remove', note)]),
    ]),
    ...rest(notes.length - shown.length),
  ];
}

function rest(number: number): KnownBlock[] {
  return number > 0 ? [context(`${count(number, 'older note')} not shown here.`)] : [];
}

function noteButton(
  text: string,
  which: 'delete' | 'remove' | 'use',
  { id, happenedOn }: ManagerNote,
): Button {
  const label = `${text} the note of ${dayText(happenedOn)}`;
  return button({ text, label, actionId: actionIds[which], value: id });
}

/** The form in which a note is kept. */
export function noteForm(
  subject: Subject,
  { id, today, viewId }: { id: string; today: Day; viewId: string | undefined },
): ModalView {
  return modal({
    callbackId: callbackIds.form,
    title: 'Keep something',
    submit: 'Keep',
    close: 'Cancel',
    metadata: noteMetadata.write({ id, subjectId: subject.id, ...(viewId && { viewId }) }),
    blocks: [
      section(`*About ${displayName(subject)}*, for your next view.`),
      proseField({
        form: { kind: callbackIds.form, of: subject.id },
        actionId: fields.note,
        label: 'What did you see?',
        hint: 'A sentence or two: what they did, and what came of it.',
        text: '',
        longest: noteLimit,
        multiline: true,
      }),
      field({
        blockId: fields.happenedOn,
        label: 'When did it happen?',
        element: dayInput(fields.happenedOn, today),
      }),
      context('Only you see this, until you use it in a view.'),
    ],
  });
}
