import { type Html, html } from '../domain/text/html.js';
import { markedParts, type Run, runsOf } from '../domain/text/markup.js';

/** A marked text of paragraphs and lists; nothing for an empty or missing one. */
export function paragraphs(text: string | undefined): Html[] {
  if (!text) return [];
  return markedParts(text).map((part) => {
    if (part.kind === 'lines') return html`<p dir="auto">${part.runs.map(drawn)}</p>`;
    const items = part.items.map((item) => html`<li dir="auto">${item.map(drawn)}</li>`);
    return part.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  });
}

/** A marked text within a line. */
export function inline(text: string): Html[] {
  return runsOf(text).map(drawn);
}

function drawn(run: Run): Html {
  if (run.url !== undefined) return html`<a href="${run.url}">${run.text}</a>`;
  switch (run.style) {
    case 'bold':
      return html`<strong>${run.text}</strong>`;
    case 'italic':
      return html`<em>${run.text}</em>`;
    case 'code':
      return html`<code>${run.text}</code>`;
    case undefined:
      return html`${run.text}`;
  }
}
