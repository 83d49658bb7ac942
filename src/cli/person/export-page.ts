import { dataMap } from '../../domain/data-map/data-map.js';
import { type Html, html } from '../../framework-page/html.js';
import type { Exported, ExportedRow, ExportedValue } from '../../services/export/index.js';

/** Returns an export as one page to read, which needs no network. HTML. */
export function exportPage(
  data: Exported,
  { name, madeAt }: { name: string; madeAt: Date },
): string {
  const tables = Object.entries(data).filter(([, rows]) => rows.length > 0);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What Ladder keeps about ${name}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
section > article { border-top: 1px solid #999; padding: .5rem 0; }
article article { margin-left: 1.5rem; }
dt { font-size: .85rem; opacity: .75; }
dd { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>What Ladder keeps about ${name}</h1>
<p>As of ${moment(madeAt.toISOString())}. It has what ${name} wrote, and what others wrote about them where they may see it now.</p>
${tables.map(
  ([
    table,
    rows,
  ]) => html`<section><h2>${dataMap[table]?.row}</h2>${rows.map((row) => article(table, row))}</section>
`,
)}</body>
</html>
`.markup;
}

function article(table: string, row: ExportedRow): Html {
  const below = Object.entries(row).flatMap(([name, value]) =>
    isRows(value) && dataMap[name] ? value.map((one) => article(name, one)) : [],
  );
  const lines = Object.entries(row).map(
    ([column, value]) => !isRows(value) && line(table, column, value),
  );
  return html`<article><dl>${lines}</dl>${below}</article>`;
}

function isRows(value: ExportedRow[string]): value is ExportedRow[] {
  return Array.isArray(value) && value.some((one) => typeof one === 'object');
}

/** Nothing where nothing is said. */
function line(table: string, column: string, value: ExportedValue): Html | undefined {
  const text = textOf(value);
  if (text === '') return undefined;
  return html`<dt>${dataMap[table]?.columns[column]?.what}</dt><dd>${text}</dd>`;
}

function textOf(value: ExportedValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(', ');
  return moment(String(value ?? ''));
}

/** "2027-03-02 15:00 UTC" of an instant; every other text as it is. */
function moment(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d\.\d{3}Z$/, '$1 $2 UTC');
}
