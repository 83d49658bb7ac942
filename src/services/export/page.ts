import { type Html, html } from '../../domain/text/html.js';
import type { Exported } from './export.js';
import { type ReadableRow, readableRows } from './readable.js';

/** Returns an export as one page to read, which needs no network. HTML. */
export function exportPage(
  data: Exported,
  { name, madeAt }: { name: string; madeAt: Date },
): string {
  const rows = readableRows(data);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What Ladder keeps about ${name}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
body > article { border-top: 1px solid #999; padding: .5rem 0; }
article article { margin-left: 1.5rem; }
dt { font-size: .85rem; opacity: .75; }
dd { margin: 0 0 .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>What Ladder keeps about ${name}</h1>
<p>As of ${madeAt.toISOString().slice(0, 10)}. It has what ${name} wrote, and what others wrote about them where they may see it now.</p>
${rows.map(
  (row, nth) => html`${
    row.table !== rows[nth - 1]?.table &&
    html`<h2>${row.title}</h2>
`
  }${article(row)}
`,
)}</body>
</html>
`.markup;
}

function article({ lines, below }: ReadableRow): Html {
  const said = lines.map(({ what, text }) => html`<dt>${what}</dt><dd>${text}</dd>`);
  return html`<article><dl>${said}</dl>${below.map(article)}</article>`;
}
