import { context, type KnownBlock, section, sizeOf } from '../ui/blocks.js';
import type { Room } from '../ui/lay-out.js';
import { type GroupName, groupOrder, type Row, titles } from './rows.js';

/** What asks something of the manager comes before what doesn't, where not all of it fits. */
const byUrgency: readonly GroupName[] = [
  'ready',
  'bothIn',
  'due',
  'waiting',
  'noRole',
  'resting',
  'talked',
  'formerManager',
  'leftOut',
];
const fewOfEach = 3;
const longestText = 2900;
/** A group's title, a line on how many more there are, and the hint below it. */
const groupCost = { blocks: 2, characters: 500 };

/**
 * As many whole rows as there is room for: a few of each group, then by urgency, but shown in the
 * usual order, with how many more each group has.
 */
export function fitRows(rows: readonly Row[], room: Room, command: string): KnownBlock[] {
  const groups = new Set(rows.map(({ group }) => group)).size;
  let { blocks, characters } = room;
  blocks -= groups * groupCost.blocks;
  characters -= groups * groupCost.characters;
  const chosen = new Set<Row>();
  for (const row of fewOfEachFirst(rows)) {
    const cost = costOf(row);
    if (cost.blocks > blocks || cost.characters > characters) continue;
    blocks -= cost.blocks;
    characters -= cost.characters;
    chosen.add(row);
  }
  return groupOrder.flatMap((group) => {
    const all = rows.filter((row) => row.group === group);
    const shown = all.filter((row) => chosen.has(row));
    return groupBlocks(group, shown, { more: all.length - shown.length, command });
  });
}

/** All rows on as many pages as they need, each with its groups' titles. At least one page. */
export function pagesOfRows(rows: readonly Row[], room: Room, command: string): KnownBlock[][] {
  const pages: Row[][] = [[]];
  let left = { ...room };
  let group: GroupName | undefined;
  for (const row of rows) {
    const cost = costOf(row);
    const title = row.group === group ? { blocks: 0, characters: 0 } : groupCost;
    const needs = {
      blocks: cost.blocks + title.blocks,
      characters: cost.characters + title.characters,
    };
    const fits = needs.blocks <= left.blocks && needs.characters <= left.characters;
    if (!fits && pages.at(-1)?.length) {
      pages.push([]);
      left = { ...room };
    }
    pages.at(-1)?.push(row);
    left = {
      blocks: left.blocks - needs.blocks,
      characters: left.characters - needs.characters,
    };
    group = row.group;
  }
  return pages.map((page) =>
    groupOrder.flatMap((name) => {
      const shown = page.filter((row) => row.group === name);
      return groupBlocks(name, shown, { more: 0, command });
    }),
  );
}

/** A few of each group, then the rest, both by urgency. */
function fewOfEachFirst(rows: readonly Row[]): Row[] {
  const ofGroup = (group: GroupName) => rows.filter((row) => row.group === group);
  return [
    ...byUrgency.flatMap((group) => ofGroup(group).slice(0, fewOfEach)),
    ...byUrgency.flatMap((group) => ofGroup(group).slice(fewOfEach)),
  ];
}

function costOf(row: Row): Room {
  if ('blocks' in row) return { blocks: row.blocks.length, characters: sizeOf(row.blocks) + 30 };
  // A line ends up among others in a section that is full at some time.
  return { blocks: 1 / 10, characters: sizeOf([row.line]) + 10 };
}

function groupBlocks(
  group: GroupName,
  rows: readonly Row[],
  { more, command }: { more: number; command: string },
): KnownBlock[] {
  if (rows.length === 0 && more === 0) return [];
  const rest = more > 0 ? [`_${more} more: \`${command} team\`_`] : [];
  const hint =
    group === 'noRole'
      ? [`They are asked for it as well, and can choose it with \`${command} me\`.`]
      : [];
  const blocks: KnownBlock[] = [];
  let lines = [`*${titles[group]}*`];
  for (const row of rows) {
    if ('line' in row) lines.push(row.line);
    else {
      blocks.push(...inSections(lines), ...row.blocks);
      lines = [];
    }
  }
  const last = rows.some((row) => 'blocks' in row) && lines.length === 0;
  if (last) return [...blocks, ...[...rest, ...hint].map((line) => context(line))];
  return [...blocks, ...inSections([...lines, ...rest, ...hint])];
}

/** Whole lines, in as few sections as hold them. */
function inSections(lines: string[]): KnownBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last === undefined || last.length + line.length + 1 > longestText) texts.push(line);
    else texts[texts.length - 1] = `${last}\n${line}`;
  }
  return texts.map((text) => section(text));
}
