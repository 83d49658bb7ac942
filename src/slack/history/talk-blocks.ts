import type { RatingHistory } from '../../services/history/index.js';
import { dayText, header, type KnownBlock, plainSection, said, sizeOf } from '../ui/blocks.js';

/** Leaves room in the window for the ratings. */
const mostCharacters = 40_000;

/**
 * What the two wrote down of their conversations and still saw differently, the latest first, as many
 * as fit; in the window only, never in a message.
 */
export function talkBlocks({ cycles }: RatingHistory): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (const { name, talk } of cycles.toReversed()) {
    if (!talk || (!talk.notes && talk.stillDiffer.length === 0)) continue;
    const when = `${name}, talked on ${dayText(talk.heldOn)}`;
    const differ = `${when}. Still seen differently: ${talk.stillDiffer.join(', ')}.`;
    const more = [
      ...(talk.stillDiffer.length > 0 ? [plainSection(differ)] : []),
      ...(talk.notes ? [said(`${when}. Your notes:`, talk.notes)] : []),
    ];
    if (sizeOf([...blocks, ...more]) > mostCharacters) break;
    blocks.push(...more);
  }
  return blocks.length > 0 ? [header('Your conversations'), ...blocks] : [];
}
