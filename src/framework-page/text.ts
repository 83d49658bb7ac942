import { type Html, html } from './html.js';

/** A text of one or more paragraphs; nothing for an empty or missing one. */
export function paragraphs(text: string | undefined): Html[] {
  if (!text) return [];
  return text.split(/\n\s*\n/u).map((part) => html`<p dir="auto">${inline(part)}</p>`);
}

/** The words of a line. */
export function inline(text: string): Html {
  return html`${text}`;
}
