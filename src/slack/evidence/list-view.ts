import type { ActionsBlock, ModalView } from '@slack/types';
import type { Evidence, EvidenceByCompetency } from '../../domain/evidence/evidence.js';
import type { Competency } from '../../domain/framework/framework.js';
import {
  actions,
  button,
  context,
  count,
  header,
  type KnownBlock,
  paragraph,
  plainText,
  section,
  select,
} from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds, notSure, pieceBlock } from './ids.js';
import { type Place, placeMetadata } from './input.js';
import { fullDay, sortOptions, unsorted, whenAndWhere, whoSeesKept } from './words.js';

/** Eight notes of 3,000 characters with their pickers stay within a view's 250 kB. */
const piecesOnAPage = 8;

export interface ListInput {
  kept: EvidenceByCompetency;
  /** What the person's role asks; empty without a role. */
  competencies: readonly Competency[];
  place: Place;
  /** The result of the last press, if it needs saying. */
  note?: string | undefined;
}

/** All that I kept, by competency, with all that can be done with it. */
export function listView({ kept, competencies, place, note }: ListInput): ModalView {
  const pieces = inOrder(kept, competencies);
  const pages = Math.max(1, Math.ceil(pieces.length / piecesOnAPage));
  const page = Math.min(place.page, pages - 1);
  const shown = pieces.slice(page * piecesOnAPage, (page + 1) * piecesOnAPage);
  return modal({
    callbackId: callbackIds.list,
    title: 'Your evidence',
    metadata: placeMetadata.write({ page, all: place.all }),
    blocks: [
      ...(note ? [section(note)] : []),
      section(factWords(pieces, place)),
      actions([
        button({ text: 'Add', label: 'Add a piece of evidence', actionId: actionIds.add }),
        reachButton(place),
      ]),
      ...shown.flatMap((one, at) => [
        ...(one.group === shown[at - 1]?.group ? [] : [header(one.group)]),
        ...pieceBlocks(one.piece, competencies),
      ]),
      ...pageBlocks(page, pages),
      context(whoSeesKept),
    ],
  });
}

interface ListedPiece {
  /** Its heading. */
  group: string;
  piece: Evidence;
}

/** Untagged evidence first, because it needs something; then the framework's order. */
function inOrder(kept: EvidenceByCompetency, competencies: readonly Competency[]): ListedPiece[] {
  const listed = (group: string, pieces: readonly Evidence[] = []) =>
    pieces.map((piece) => ({ group, piece }));
  return [
    ...listed('Not sorted yet', unsorted(kept, competencies)),
    ...competencies.flatMap(({ key, name }) => listed(name, kept.get(key))),
  ];
}

function factWords({ length }: ListedPiece[], { all }: Place): string {
  const when = all ? 'in all' : 'since the last review';
  if (length > 0)
    return `*${count(length, 'piece')} ${when}.* Your next check-in shows them on its pages.`;
  const nothing = all
    ? 'You have kept nothing yet.'
    : 'You have kept nothing since the last review.';
  return `*${nothing}* When a message shows what you did, press its three dots and choose *Keep as evidence*. Or press *Add* for something that is in no message.`;
}

function reachButton({ all }: Place) {
  return all
    ? button({ text: 'Only since the last review', actionId: actionIds.reach })
    : button({ text: 'Earlier ones too', actionId: actionIds.reach });
}

function pieceBlocks(piece: Evidence, competencies: readonly Competency[]): KnownBlock[] {
  return [
    context(whenAndWhere(piece, fullDay)),
    paragraph(piece.note),
    pieceActions(piece, competencies),
  ];
}

function pieceActions(piece: Evidence, competencies: readonly Competency[]): ActionsBlock {
  const { id, happenedOn, competencyKey = notSure } = piece;
  const of = `the piece of ${fullDay(happenedOn)}`;
  const move = select({
    actionId: actionIds.move,
    placeholder: 'Move to …',
    options: sortOptions(competencies),
    chosen: competencies.some(({ key }) => key === competencyKey) ? competencyKey : notSure,
  });
  return actions(
    [
      button({ text: 'Edit', label: `Edit ${of}`, actionId: actionIds.edit, value: id }),
      {
        ...button({ text: 'Delete', label: `Delete ${of}`, actionId: actionIds.delete, value: id }),
        confirm,
      },
      ...(competencies.length > 0 ? [move] : []),
    ],
    pieceBlock(id),
  );
}

const confirm = {
  title: plainText('Delete this piece?'),
  text: plainText(
    'Your note and the link are deleted for good. The message itself stays where it is.',
  ),
  confirm: plainText('Delete'),
  deny: plainText('Keep it'),
  style: 'danger' as const,
};

function pageBlocks(page: number, pages: number): KnownBlock[] {
  if (pages === 1) return [];
  const to = (text: string, target: number, end: string) =>
    button({ text, actionId: `${actionIds.page}:${end}`, value: `${target}` });
  return [
    section(`Page ${page + 1} of ${pages}`),
    actions([
      ...(page > 0 ? [to('Previous page', page - 1, 'back')] : []),
      ...(page + 1 < pages ? [to('Next page', page + 1, 'on')] : []),
    ]),
  ];
}
