import type { RatingHistory } from '../../services/history/index.js';
import { dayText, header, type KnownBlock, plainSection, said, sizeOf } from '../ui/blocks.js';

type Cycle = RatingHistory['cycles'][number];

/** Leaves room in the window for the ratings. */
const mostCharacters = 40_000;

/**
 * What the two wrote down of their conversations and still saw differently, and what the person added
 * to their check-ins afterwards; the latest review first, as many as fit; in the window only, never in a message.
 */
export function talkBlocks({ cycles, reader }: RatingHistory): KnownBlock[] {
  const adds = reader === 'self' ? 'you added' : 'they added';
  const blocks: KnownBlock[] = [];
  for (const { name, talk, added } of cycles.toReversed()) {
    const more = [
      ...(talk ? wordsOf(name, talk) : []),
      ...added.map(({ note, addedOn }) => {
        return said(`${name}, ${adds} on ${dayText(addedOn)}:`, note);
      }),
    ];
    if (sizeOf([...blocks, ...more]) > mostCharacters) break;
    blocks.push(...more);
  }
  return blocks.length > 0 ? [header('Your conversations'), ...blocks] : [];
}

function wordsOf(name: string, talk: NonNullable<Cycle['talk']>): KnownBlock[] {
  const when = `${name}, talked on ${dayText(talk.heldOn)}`;
  const differ = `${when}. Still seen differently: ${talk.stillDiffer.join(', ')}.`;
  return [
    ...(talk.stillDiffer.length > 0 ? [plainSection(differ)] : []),
    ...(talk.notes ? [said(`${when}. Your notes:`, talk.notes)] : []),
  ];
}
