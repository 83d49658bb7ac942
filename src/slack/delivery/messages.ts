import { type OutgoingMessage, partsOf } from '../../services/delivery/index.js';
import type { Message } from '../ui/blocks.js';
import { asReadIn } from '../ui/reader.js';
import { combinedMessage } from './combined.js';
import { type AllMessageBlocks, blocksOf } from './message-blocks.js';

interface PostOptions {
  /** The slash command. */
  command: string;
  /** The block builders of all kinds. */
  blocks: AllMessageBlocks;
  /** The reader's language, in which its days are written. Default: 'en-GB'. */
  locale?: string;
}

/** Returns the text and blocks of a post; they are built right before it is sent. */
export function messageFor(
  message: OutgoingMessage,
  { command, blocks: all, locale }: PostOptions,
): Message {
  return asReadIn(locale, () => {
    const parts = partsOf(message);
    const [first, ...others] = parts;
    const { text, blocks } =
      first && others.length === 0
        ? blocksOf(all, first).build(first, { command })
        : combinedMessage(parts, { command, blocks: all });
    // What asks for nothing any more has none.
    const asking = parts.filter(({ over }) => over === undefined);
    const footers = new Set(asking.flatMap((part) => blocksOf(all, part).footer ?? []));
    return { text, blocks: [...blocks, ...[...footers].map((footer) => footer())] };
  });
}
