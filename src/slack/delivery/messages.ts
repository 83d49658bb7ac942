import { type OutgoingMessage, partsOf } from '../../services/delivery/index.js';
import type { Message } from '../ui/blocks.js';
import { combinedMessage } from './combined.js';
import { type AllMessageBlocks, blocksOf } from './message-blocks.js';

/** The text and blocks of a post; built right before it is sent. */
export function messageFor(
  message: OutgoingMessage,
  { command, blocks: all }: { command: string; blocks: AllMessageBlocks },
): Message {
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
}
