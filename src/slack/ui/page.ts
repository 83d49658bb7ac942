import {
  actions,
  type ButtonInput,
  button,
  context,
  count,
  type KnownBlock,
  limits,
  type Message,
  type Surface,
  sizeOf,
} from './blocks.js';
import { beginning, type Cursor, isBeginning } from './cursor.js';
import { type Layout, layOut, type Room } from './lay-out.js';
import { modal } from './modal.js';
import type { Section } from './sections.js';

type Target = Pick<ButtonInput, 'actionId' | 'value'>;

export interface Paging {
  /** Where the page begins. */
  at: Cursor;
  /** What leads on. */
  button?(at: Cursor): Target;
  /** Opens the same in a window, which has more room than a message. */
  window?: Target;
}

/** An answer before it is fitted to a surface. */
export interface Page {
  /** A modal's title, at most 24 characters. */
  title: string;
  /** The fact in a sentence, escaped for mrkdwn: for notifications and screen readers. */
  text: string;
  head: KnownBlock[];
  sections: Section[];
  /** What the sections are: "competency", "competencies". */
  noun: [string, string];
  /** What their points are, if not behaviours. */
  pointNoun?: [string, string];
  /** For messages: the sections' rows make a table under this row. */
  tableHead?: string[] | undefined;
  foot: KnownBlock[];
  /** Left out: the page begins at the beginning, and no button leads on. */
  paging?: Paging | undefined;
  /** How to come to the rest where no button leads there. */
  hint?: string;
}

/** How much a line with "2 of 5 shown" and its buttons takes at most. */
const PAGING = { blocks: 2, characters: 1200 };

/** The page as a message: at most 50 blocks and Slack's allowance of characters. */
export function pageMessage(page: Page): Message {
  const { messageBlocks: blocks, messageCharacters: characters } = limits;
  return { text: page.text, blocks: fitted(page, 'message', { blocks, characters }) };
}

/** The page as a modal: at most 100 blocks, some 240 kB. */
export function pageModal(page: Page, callbackId: string): ReturnType<typeof modal> {
  // A character takes at most three bytes.
  const room = { blocks: limits.viewBlocks, characters: limits.viewBytes / 3 };
  return modal({ callbackId, title: page.title, blocks: fitted(page, 'modal', room) });
}

function fitted(page: Page, surface: Surface, room: Room): KnownBlock[] {
  const { head, foot, sections } = page;
  const from = page.paging?.at ?? beginning;
  const layOutIn = (room: Room) =>
    layOut(sections, {
      from,
      room,
      tableHead: surface === 'message' ? page.tableHead : undefined,
    });
  const left = {
    blocks: room.blocks - head.length - foot.length,
    characters: room.characters - sizeOf(head) - sizeOf(foot),
  };
  const whole = layOutIn(left);
  const isWhole = isBeginning(from) && !whole.next;
  const layout = isWhole
    ? whole
    : layOutIn({
        blocks: left.blocks - PAGING.blocks,
        characters: left.characters - PAGING.characters,
      });
  return [...head, ...layout.blocks, ...paging(page, layout, from, surface), ...foot];
}

/** Returns the shown range and buttons for the rest; nothing if all is shown. */
function paging(page: Page, layout: Layout, from: Cursor, surface: Surface): KnownBlock[] {
  const begun = !isBeginning(from);
  if (!layout.next && !begun) return [];
  const { hint } = page;
  const { button: lead, window } = page.paging ?? {};
  const buttons = [
    ...(lead && layout.next ? [button({ text: 'Show the next', ...lead(layout.next) })] : []),
    ...(lead && begun ? [button({ text: 'Back to the beginning', ...lead(beginning) })] : []),
    ...(window && surface === 'message' ? [button({ text: 'Open in a window', ...window })] : []),
  ];
  const shown = shownText(page, layout, from);
  const line = context(hint && layout.next ? `${shown} ${hint}` : shown);
  return buttons.length > 0 ? [line, actions(buttons)] : [line];
}

/** "2 of 5 competencies shown", "Behaviours 4 to 12 of 30 shown (competency 1 of 5)". */
function shownText(page: Page, { finished, next }: Layout, from: Cursor): string {
  const { sections, noun } = page;
  if (finished === 0 || from.piece > 0) {
    const until = next?.section === from.section ? next.piece : undefined;
    const where =
      sections.length > 1 ? ` (${noun[0]} ${from.section + 1} of ${sections.length})` : '';
    const more = finished > 1 ? `, and ${finished - 1} more` : '';
    return `${piecesText(page, from, until)} shown${where}${more}.`;
  }
  if (from.section === 0) return `${finished} of ${count(sections.length, ...noun)} shown.`;
  const which = range(noun, from.section + 1, from.section + finished);
  return `${which} of ${sections.length} shown.`;
}

function piecesText(page: Page, from: Cursor, until: number | undefined): string {
  const { pieces = [] } = page.sections[from.section] ?? {};
  const noun = page.pointNoun ?? ['behaviour', 'behaviours'];
  const points = (from?: number, to?: number) =>
    pieces.slice(from, to).filter(({ kind }) => kind === 'point').length;
  const before = points(0, from.piece);
  const shown = points(from.piece, until);
  if (shown === 0) return until === undefined ? 'The rest' : 'A part';
  if (before === 0) return `${shown} of ${count(points(), ...noun)}`;
  return `${range(noun, before + 1, before + shown)} of ${points()}`;
}

/** "Behaviour 3", "Behaviours 3 to 5". */
function range([one, many]: [string, string], first: number, last: number): string {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return first === last ? `${capital(one)} ${first}` : `${capital(many)} ${first} to ${last}`;
}
