import { header, type KnownBlock, sizeOf, table } from './blocks.js';
import type { Cursor } from './cursor.js';
import { type Section, sectionBlock } from './sections.js';

/** How much may be added to a message or a view. */
export interface Room {
  blocks: number;
  /** Characters of the blocks' JSON. */
  characters: number;
}

/** What of a long answer is shown, always whole texts. */
export interface Layout {
  blocks: KnownBlock[];
  /** How many sections are shown to their end. */
  finished: number;
  /** Where the rest begins; undefined if nothing is left. */
  next: Cursor | undefined;
}

interface Part {
  rows: string[][];
  blocks: KnownBlock[];
  characters: number;
}

const MOST_ROWS = 100;

/**
 * Lays out as many whole sections as there is room for, from the cursor on. If not even the first
 * fits, as many of its pieces as do; at least one, so that paging always goes on. With a
 * `tableHead`, the sections' rows make a table above them and their leads are left out. Sections of
 * a group stand under its heading, which is repeated where a page begins within the group.
 */
export function layOut(
  sections: Section[],
  options: { from: Cursor; room: Room; tableHead?: string[] | undefined },
): Layout {
  const { from, room, tableHead } = options;
  const head: Part = tableHead
    ? { rows: [tableHead], blocks: [], characters: sizeOf([table([tableHead])]) }
    : { rows: [], blocks: [], characters: 0 };
  const fits = ({ rows, blocks, characters }: Part) =>
    rows.length <= MOST_ROWS &&
    blocks.length + (tableHead ? 1 : 0) <= room.blocks &&
    characters <= room.characters;

  let all = head;
  let place = from;
  let group: string | undefined;
  for (const section of sections.slice(from.section)) {
    const under = section.group === group ? undefined : section.group;
    const part = partOf(section, { from: place.piece, under, tableHead });
    const more = joined(all, part);
    if (!fits(more)) break;
    all = more;
    group = section.group;
    place = { section: place.section + 1, piece: 0 };
  }
  const finished = place.section - from.section;
  const left = sections[place.section];
  if (finished === 0 && left) {
    let until = Math.min(place.piece + 1, left.pieces.length);
    const at = { from: place.piece, under: left.group, tableHead };
    const upTo = (until: number) => joined(head, partOf(left, { ...at, until }));
    while (until < left.pieces.length && fits(upTo(until + 1))) until++;
    all = upTo(until);
    place =
      until < left.pieces.length
        ? { section: place.section, piece: until }
        : { section: place.section + 1, piece: 0 };
  }
  return {
    blocks: all.rows.length > 1 ? [table(all.rows), ...all.blocks] : all.blocks,
    finished,
    next: place.section < sections.length ? place : undefined,
  };
}

interface PartOptions {
  from: number;
  until?: number;
  /** The heading above it. */
  under: string | undefined;
  tableHead: string[] | undefined;
}

function partOf(section: Section, { from, until, under, tableHead }: PartOptions): Part {
  const pieces = section.pieces
    .slice(from, until)
    .filter(({ kind }) => kind !== 'lead' || !tableHead);
  const rows = tableHead && section.row && from === 0 ? [section.row] : [];
  const own = pieces.length > 0 || !tableHead ? [sectionBlock(section.name, pieces)] : [];
  const heading = under === undefined ? [] : [under];
  const blocks = own.length > 0 ? [...heading.map(header), ...own] : [];
  const all = rows.length > 0 ? [...heading.map((text) => [text, ...blank(rows)]), ...rows] : [];
  return { rows: all, blocks, characters: sizeOf(blocks) + sizeOf(table(all).rows) };
}

/** The cells beside a heading within a table. */
function blank([row = []]: string[][]): string[] {
  return row.slice(1).map(() => '');
}

function joined(one: Part, other: Part): Part {
  return {
    rows: [...one.rows, ...other.rows],
    blocks: [...one.blocks, ...other.blocks],
    characters: one.characters + other.characters,
  };
}
