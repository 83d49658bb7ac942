import type { RichTextBlock, RichTextElement } from '@slack/types';
import { type MarkedPart, markedParts, type Run, runsOf } from '../../domain/text/markup.js';

/**
 * Returns the elements that draw one marked text in which lines are not told apart. Only rich text
 * draws marks, in which no character of a text can mention anybody or link anywhere by itself.
 */
export function marked(text: string): RichTextElement[] {
  return drawnRuns(runsOf(text));
}

export function drawnRuns(runs: readonly Run[]): RichTextElement[] {
  return runs.map(drawn);
}

function drawn(run: Run): RichTextElement {
  if (run.url !== undefined) return { type: 'link', url: run.url, text: run.text };
  return { type: 'text', text: run.text, ...(run.style && { style: { [run.style]: true } }) };
}

/** Returns the parts as elements of a rich text block. */
export function drawnParts(parts: readonly MarkedPart[]): RichTextBlock['elements'] {
  return parts.map((part) =>
    part.kind === 'lines'
      ? { type: 'rich_text_section', elements: drawnRuns(part.runs) }
      : listOf(part.items.map(drawnRuns), part.ordered),
  );
}

function listOf(items: RichTextElement[][], ordered: boolean) {
  return {
    type: 'rich_text_list' as const,
    style: ordered ? ('ordered' as const) : ('bullet' as const),
    elements: items.map((elements) => ({ type: 'rich_text_section' as const, elements })),
  };
}

/** A marked text by itself: paragraphs and lists. */
export function markedParagraph(text: string): RichTextBlock {
  return { type: 'rich_text', elements: drawnParts(markedParts(text)) };
}

/** Marked texts as a bullet list. */
export function markedBullets(texts: readonly string[]): RichTextBlock {
  return { type: 'rich_text', elements: [listOf(texts.map(marked), false)] };
}
