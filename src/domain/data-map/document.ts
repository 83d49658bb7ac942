import { dataMap } from './data-map.js';
import {
  audiences,
  erasings,
  exportings,
  keepings,
  rowErasings,
  type TableDecision,
} from './terms.js';

const head = '| column | what it is | who sees it | in an export | an erasure |';

/** Returns a page with the data map below its introduction: a line for each column. Markdown. */
export function withDataMap(page: string): string {
  const [introduction] = page.split(/^## /m);
  const tables = Object.entries(dataMap).map(([name, table]) => tableText(name, table));
  return [introduction, ...tables].join('').replace(/\n+$/, '\n');
}

function tableText(name: string, { row, kept, people, columns }: TableDecision): string {
  const erasures = Object.entries(people).map(
    ([column, erased]) =>
      `If the person in \`${column}\` is erased, the row ${rowErasings[erased]}.`,
  );
  const lines = Object.entries(columns).map(
    ([column, { what, seenBy, exported, erased }]) =>
      `| \`${column}\` | ${what} | ${audiences[seenBy]} | ${exportings[exported]} | ${erasings[erased]} |`,
  );
  return [
    `## ${name}`,
    '',
    [`${row}. Kept ${keepings[kept]}.`, ...erasures].join(' '),
    '',
    head,
    '|---|---|---|---|---|',
    ...lines,
    '',
    '',
  ].join('\n');
}
