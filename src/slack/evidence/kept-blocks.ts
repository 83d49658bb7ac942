import type { Evidence } from '../../domain/evidence/evidence.js';
import { button, count, type KnownBlock, quotation, section } from '../ui/blocks.js';
import { openEvidenceButton } from './buttons.js';
import { actionIds, pieceBlock } from './ids.js';
import { whenAndWhere } from './words.js';

/** So much of people's notes fits beside a long expectation and a text of their own. */
const mostPieces = 5;
const noteBytes = 30_000;

/**
 * Returns the evidence for one competency, newest first, whole pieces only. `usable` for the
 * author: each has a button Use, which adds the note to their text.
 */
export function keptBlocks(
  pieces: readonly Evidence[],
  { usable }: { usable: boolean },
): KnownBlock[] {
  if (pieces.length === 0) return [];
  const shown = pieces.slice(0, howManyFit(pieces));
  return [
    section('*Kept since last time*'),
    ...shown.flatMap((piece) => [placeBlock(piece, usable), quotation(piece.note)]),
    ...restBlocks(pieces.length - shown.length, usable),
  ];
}

function placeBlock(piece: Evidence, usable: boolean): KnownBlock {
  const when = whenAndWhere(piece);
  if (!usable) return section(when);
  const { id } = piece;
  const label = `Use the note of ${when.split(' · ')[0]} in my text`;
  const accessory = button({ text: 'Use', label, actionId: actionIds.use, value: id });
  return section(when, { accessory, blockId: pieceBlock(id) });
}

function restBlocks(rest: number, usable: boolean): KnownBlock[] {
  if (rest === 0) return [];
  const text = `${count(rest, 'older piece')} not shown here.`;
  if (!usable) return [section(text)];
  return [section(text, { accessory: openEvidenceButton() })];
}

function howManyFit(pieces: readonly Evidence[]): number {
  let used = 0;
  const tooMuch = pieces.findIndex(({ note }, at) => {
    used += Buffer.byteLength(JSON.stringify(note));
    return at >= mostPieces || used > noteBytes;
  });
  return tooMuch < 0 ? pieces.length : tooMuch;
}
