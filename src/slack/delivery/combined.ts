import type { MessageContent } from '../../services/message.js';
import {
  context,
  count,
  divider,
  type KnownBlock,
  limits,
  type Message,
  section,
  sizeOf,
} from '../ui/blocks.js';
import type { Room } from '../ui/lay-out.js';
import { type AllMessageBlocks, blocksOf } from './message-blocks.js';

/** What a message of any length gets at least, before any other is shown whole. */
const leastRest: Room = { blocks: 16, characters: 4_500 };
const wholePost: Room = {
  blocks: limits.messageBlocks - 4,
  characters: limits.messageCharacters - 1_500,
};
/** A notification is short; the message has the rest. */
const mostTexts = 4;
/** Slack takes one table a message. */
const once = ['table', 'data_table', 'data_visualization'];

/**
 * Several messages in one post: each whole while there is room, else in a line with its buttons. One
 * that can be of any length gets what is left.
 */
export function combinedMessage(
  parts: readonly MessageContent[],
  { command, blocks: all }: { command: string; blocks: AllMessageBlocks },
): Message {
  const merged = merge(parts, all);
  const last = merged.find((part) => blocksOf(all, part).takesRest);
  const others = merged.filter((part) => part !== last);
  const drawn = drawAll(
    others.map((part) => {
      const { build, short } = blocksOf(all, part);
      const whole = build(part, { command });
      return { whole, short: [section(whole.text), ...(short?.(part) ?? [])] };
    }),
    last ? minus(wholePost, leastRest) : wholePost,
  );
  const room = minus(wholePost, roomOf(drawn.blocks));
  const rest = last && blocksOf(all, last).build(last, { command, room });
  const texts = [...drawn.texts, ...(rest ? [rest.text] : [])];
  const between = drawn.blocks.length > 0 && rest ? [divider()] : [];
  return {
    text: texts.slice(0, mostTexts).join(' '),
    blocks: [...drawn.blocks, ...between, ...(rest?.blocks ?? [])],
  };
}

function drawAll(
  parts: readonly { whole: Message; short: KnownBlock[] }[],
  room: Room,
): { texts: string[]; blocks: KnownBlock[] } {
  const texts: string[] = [];
  const blocks: KnownBlock[] = [];
  let left = room;
  for (const [nth, part] of parts.entries()) {
    const divided = blocks.length > 0 ? [divider()] : [];
    const rest = roomOf(parts.slice(nth + 1).flatMap(({ short }) => short));
    const whole = [...divided, ...part.whole.blocks];
    const short = [...divided, ...part.short];
    const chosen = [whole, short].find(
      (some) =>
        fits(
          some,
          some === whole ? minus(left, rest) : minus(left, { blocks: 2, characters: 300 }),
        ) && !repeatsOnce(blocks, some),
    );
    if (!chosen) {
      const more = count(parts.length - nth, 'more thing');
      blocks.push(context(`And ${more}: you find them on Home.`));
      texts.push(`And ${more}.`);
      break;
    }
    blocks.push(...chosen);
    texts.push(part.whole.text);
    left = minus(left, roomOf(chosen));
  }
  return { texts, blocks };
}

/** Messages of a kind that several in one post become one of. */
function merge(parts: readonly MessageContent[], all: AllMessageBlocks): MessageContent[] {
  return parts.flatMap((part) => {
    const [first, ...others] = parts.filter(({ kind }) => kind === part.kind);
    const { merge } = blocksOf(all, part);
    if (!first || others.length === 0 || !merge) return [part];
    return part === first ? [merge([first, ...others])] : [];
  });
}

function repeatsOnce(before: readonly KnownBlock[], next: readonly KnownBlock[]): boolean {
  const has = (blocks: readonly KnownBlock[]) => blocks.some(({ type }) => once.includes(type));
  return has(before) && has(next);
}

function fits(blocks: readonly KnownBlock[], room: Room): boolean {
  const needs = roomOf(blocks);
  return needs.blocks <= room.blocks && needs.characters <= room.characters;
}

function roomOf(blocks: readonly KnownBlock[]): Room {
  return { blocks: blocks.length, characters: sizeOf(blocks) };
}

function minus(one: Room, other: Room): Room {
  return {
    blocks: one.blocks - other.blocks,
    characters: one.characters - other.characters,
  };
}
