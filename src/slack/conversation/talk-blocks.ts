import type { ConversationRecord, HeldConversation } from '../../services/conversation/index.js';
import {
  actions,
  button,
  context,
  header,
  type KnownBlock,
  plainSection,
  said,
  section,
} from '../ui/blocks.js';
import { actionIds } from './ids.js';
import { otherOf, plainName } from './words.js';

/** What the two wrote down of their conversation, and what they still see differently. */
export function talkBlocks(record: ConversationRecord, { talk }: HeldConversation): KnownBlock[] {
  const { checkInId, canChange } = record;
  if (!talk) {
    return [
      header('Your notes'),
      context('They open again once you have given your view in the open cycle.'),
    ];
  }
  const { notes, gaps } = talk;
  const still = gaps.filter(({ stillDiffers }) => stillDiffers);
  const write = button({
    text: notes.text ? 'Change the notes' : 'Write notes',
    actionId: actionIds.notes,
    value: checkInId,
  });
  const mark = button({
    text: 'We still see it differently',
    label: 'Record what you two still see differently',
    actionId: actionIds.differences,
    value: checkInId,
  });
  const by = notes.by && (notes.by === record.reader ? 'you' : plainName(otherOf(record)));
  const buttons = canChange ? [write, ...(gaps.length > 0 ? [mark] : [])] : [];
  return [
    header('Your notes'),
    ...(notes.text
      ? [said(by ? `Last changed by ${by}:` : 'You two wrote:', notes.text)]
      : [
          section(
            'Nothing yet. Both of you can write here, and both of you see it; nobody else does.',
          ),
        ]),
    ...(still.length > 0 ? [differenceBlock(still.map(({ row }) => row.competency.name))] : []),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
}

/** Where two still differ after their conversation: a good outcome. */
export function differenceBlock(competencies: readonly string[]): KnownBlock {
  return plainSection(
    `You still see this differently: ${competencies.join(', ')}. That is a good outcome too: both views stand, and you know why.`,
  );
}
