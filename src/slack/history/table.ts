import { type HistoryTable, historyTable } from '../../domain/history/rating-history.js';
import type { RatingHistory } from '../../services/history/index.js';
import { context, type KnownBlock } from '../ui/blocks.js';
import { beginning } from '../ui/cursor.js';
import { layOut, type Room } from '../ui/lay-out.js';
import type { Section } from '../ui/sections.js';

type Cell = HistoryTable['rows'][number]['cells'][number];

/** How much of a table is shown at most: the latest cycles, the first competencies. */
export interface TableSize {
  cycles: number;
  rows: number;
}

/** Competency × cycle: the heading, and a section with a row for each competency. */
export function tableOf(
  { cycles }: RatingHistory,
  mostCycles: number,
): { tableHead: string[]; sections: Section[] } {
  const { cycles: names, rows } = historyTable(cycles.slice(-mostCycles));
  return {
    tableHead: ['Competency', ...names],
    sections: rows.map(({ competency: { name }, cells }) => {
      return { name, pieces: [], row: [name, ...cells.map(cellText)] };
    }),
  };
}

/** The table as part of a longer message, and what its cells mean. Nothing where nothing is rated. */
export function historyTableBlocks(
  history: RatingHistory,
  room: Room,
  most: TableSize,
): KnownBlock[] {
  const { tableHead, sections } = tableOf(history, most.cycles);
  if (sections.length === 0) return [];
  const legend = (more: string) => context(`${legendText(history)}${more}`);
  const { blocks, finished } = layOut(sections.slice(0, most.rows), {
    from: beginning,
    room: { blocks: room.blocks - 1, characters: room.characters - 500 },
    tableHead,
  });
  const hidden = sections.length - finished;
  return [...blocks, legend(hidden > 0 ? ` ${finished} of ${sections.length} shown.` : '')];
}

/** What the two sides of a cell are. */
export function legendText({ reader }: RatingHistory): string {
  if (reader === 'self') return 'You | your manager. One rating alone is yours.';
  return reader === 'above' ? 'They | their manager.' : 'They | you.';
}

function cellText(cell: Cell): string {
  if (!cell) return '–';
  const { self, manager } = cell;
  if (!manager) return self.label;
  return self.label === manager.label ? `both: ${self.label}` : `${self.label} | ${manager.label}`;
}
