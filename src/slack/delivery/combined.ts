import { compareActionItems } from '../../domain/action-item/action-item.js';
import type { CombinedMessage, SingleMessage } from '../../services/delivery/messenger.js';
import { actionIds as actionActionIds } from '../action-item/ids.js';
import { actionIds as briefActionIds } from '../brief/ids.js';
import { answerRowId, actionIds as conversationActionIds } from '../conversation/ids.js';
import type { Room } from '../team/layout.js';
import {
  actions,
  button,
  context,
  count,
  divider,
  type KnownBlock,
  limits,
  type Message,
  section,
  sizeOf,
} from '../ui/blocks.js';

/** What a digest gets at least, if there is one, before anything else is told at length. */
const leastDigest: Room = { blocks: 16, characters: 4_500 };
const all: Room = {
  blocks: limits.messageBlocks - 4,
  characters: limits.messageCharacters - 1_500,
};
/** A notification shows little; the rest stands in the message. */
const mostTexts = 4;
/** Slack takes one table a message. */
const once = ['table', 'data_table', 'data_visualization'];

/**
 * Several things in one message: each in full while there is room, else in a line with its button; the
 * team's digest, which can be of any length, gets what is left.
 */
export function combinedMessage(
  { parts }: CombinedMessage,
  single: (part: SingleMessage, room?: Room) => Message,
): Message {
  const merged = mergeDueActionItems(parts);
  const last = merged.find(({ kind }) => kind === 'digest');
  const others = merged.filter((part) => part !== last);
  const drawn = drawAll(others, {
    room: last ? minus(all, leastDigest) : all,
    single: (part) => single(part),
  });
  const digest = last && single(last, minus(all, roomOf(drawn.blocks)));
  const texts = [...drawn.texts, ...(digest ? [digest.text] : [])];
  const between = drawn.blocks.length > 0 && digest ? [divider()] : [];
  return {
    text: texts.slice(0, mostTexts).join(' '),
    blocks: [...drawn.blocks, ...between, ...(digest?.blocks ?? [])],
  };
}

function drawAll(
  parts: readonly SingleMessage[],
  { room, single }: { room: Room; single: (part: SingleMessage) => Message },
): { texts: string[]; blocks: KnownBlock[] } {
  const full = parts.map((part) => single(part));
  const short = parts.map((part, nth) => shortly(part, full[nth]?.text ?? ''));
  const texts: string[] = [];
  const blocks: KnownBlock[] = [];
  let left = room;
  for (const [nth, message] of full.entries()) {
    const divided = blocks.length > 0 ? [divider()] : [];
    const rest = roomOf(short.slice(nth + 1).flat());
    const whole = [...divided, ...message.blocks];
    const brief = [...divided, ...(short[nth] ?? [])];
    const chosen = [whole, brief].find(
      (some) =>
        fits(
          some,
          some === whole ? minus(left, rest) : minus(left, { blocks: 2, characters: 300 }),
        ) && !repeatsOnce(blocks, some),
    );
    if (!chosen) {
      const more = count(full.length - nth, 'more thing');
      blocks.push(context(`And ${more}: you find them on Home.`));
      texts.push(`And ${more}.`);
      break;
    }
    blocks.push(...chosen);
    texts.push(message.text);
    left = minus(left, roomOf(chosen));
  }
  return { texts, blocks };
}

/** The fact in a line, with the button that leads to the rest. */
function shortly(part: SingleMessage, text: string): KnownBlock[] {
  const line = section(text);
  switch (part.kind) {
    case 'brief': {
      const value = part.brief.checkInId;
      return [
        line,
        actions([button({ text: 'Open brief', actionId: briefActionIds.open, value })]),
      ];
    }
    case 'conversation': {
      const { conversationId: value } = part;
      const { confirm, comment } = conversationActionIds;
      const answers = [
        button({ text: 'Confirm', actionId: confirm, value }),
        button({ text: 'Comment', actionId: comment, value }),
        button({ text: 'All actions', actionId: actionActionIds.list }),
      ];
      return [line, actions(answers, answerRowId(value))];
    }
    case 'conversation_comment': {
      const value = part.checkInId;
      if (value === undefined) return [line];
      const { record } = conversationActionIds;
      return [line, actions([button({ text: 'Open the record', actionId: record, value })])];
    }
    case 'action_due':
    case 'action_changed':
      return [line, actions([button({ text: 'All actions', actionId: actionActionIds.list })])];
    default:
      return [line];
  }
}

/** Days that came while somebody was away are told as one. */
function mergeDueActionItems(parts: readonly SingleMessage[]): SingleMessage[] {
  const due = parts.filter((part) => part.kind === 'action_due');
  const [first] = due;
  if (!first || due.length === 1) return [...parts];
  const actions = due.flatMap((part) => part.actions).sort(compareActionItems);
  const one = { ...first, actions };
  return parts
    .filter((part) => part.kind !== 'action_due' || part === first)
    .map((part) => (part === first ? one : part));
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
