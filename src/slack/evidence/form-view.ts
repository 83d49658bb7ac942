import type { InputBlock, ModalView } from '@slack/types';
import { noteLimit } from '../../domain/evidence/evidence.js';
import type { Competency } from '../../domain/framework/framework.js';
import type { Day } from '../../domain/time/day.js';
import { proseField } from '../form-draft/links.js';
import { aboutYouButton } from '../person/links.js';
import { lostRoleText } from '../role/links.js';
import { context, type KnownBlock, section, select } from '../ui/blocks.js';
import { dayInput, field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { callbackIds, fields, notSure } from './ids.js';
import { type FormMetadata, formMetadata } from './input.js';
import { linkTarget, sortOptions, whoSeesKept } from './words.js';

export interface FormInput {
  metadata: FormMetadata;
  /** What the person's role asks; empty without a role. */
  competencies: readonly Competency[];
  /** What their role was called, where it is no longer on the ladder. */
  lostRole?: string | undefined;
  /** The stored piece; of a new one only the day is known. */
  piece: { competencyKey?: string | undefined; note?: string; happenedOn: Day };
}

/** The form in which a piece is kept or changed. */
export function formView({ metadata, competencies, lostRole, piece }: FormInput): ModalView {
  const isNew = piece.note === undefined;
  return modal({
    callbackId: callbackIds.form,
    title: isNew ? 'Keep as evidence' : 'Change what you kept',
    submit: isNew ? 'Keep' : 'Save',
    close: 'Cancel',
    metadata: formMetadata.write(metadata),
    blocks: [
      ...(metadata.mode === 'keep' && !isNew
        ? [section('*You kept this message already.* Change what you said about it here.')]
        : []),
      ...messageBlocks(metadata),
      proseField({
        form: { kind: callbackIds.form, of: aboutOf(metadata, isNew) },
        actionId: fields.note,
        label: 'What changed because of it?',
        hint: 'A sentence or two, in your own words. It comes up in your next check-in.',
        text: piece.note ?? '',
        longest: noteLimit,
        multiline: true,
      }),
      ...(competencies.length > 0
        ? [competencyInput(competencies, piece)]
        : noRoleBlocks(lostRole)),
      field({
        blockId: fields.happenedOn,
        label: 'When did it happen?',
        element: dayInput(fields.happenedOn, piece.happenedOn),
      }),
      context(whoSeesKept),
    ],
  });
}

/** What the form is about, each time that it is opened: a new piece has a new id each time. */
function aboutOf({ id, message }: FormMetadata, isNew: boolean): string {
  if (!isNew) return id;
  return message ? `${message.channelId}-${message.ts}` : 'new';
}

/** Where the piece comes from, if it was a message. */
function messageBlocks({ message }: FormMetadata): KnownBlock[] {
  if (!message) return [];
  const { permalink } = message;
  if (permalink === undefined) {
    return [
      section(
        "Slack gave me no link to this message: it may be gone, or I can't go where it is. Your note and the day are kept all the same, so say in the note where it was.",
      ),
    ];
  }
  return [
    section(
      `About <${linkTarget(permalink)}|this message>. I keep its link and your note, never what it says.`,
    ),
  ];
}

/** Without a role there is nothing to sort by. */
function noRoleBlocks(lostRole: string | undefined): KnownBlock[] {
  const fact =
    lostRole === undefined
      ? 'You have no role on the ladder yet, so this is kept under no competency.'
      : `${lostRoleText(lostRole)} Until then this is kept under no competency.`;
  return [
    section(`${fact} Once your role is set you can sort it.`, {
      accessory: aboutYouButton('Set my role'),
    }),
  ];
}

function competencyInput(
  competencies: readonly Competency[],
  { competencyKey, note }: FormInput['piece'],
): InputBlock {
  const known = competencies.some(({ key }) => key === competencyKey);
  const unsure = note === undefined ? undefined : notSure;
  return field({
    blockId: fields.competencyKey,
    label: 'What does it show?',
    element: select({
      actionId: fields.competencyKey,
      placeholder: 'Pick a competency',
      options: sortOptions(competencies),
      chosen: known ? competencyKey : unsure,
    }),
  });
}
