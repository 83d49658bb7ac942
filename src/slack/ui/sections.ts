import type { RichTextBlock, RichTextElement, RichTextText } from '@slack/types';
import { changesBetween } from '../../domain/text/changes.js';
import { markedParts, withoutMarks } from '../../domain/text/markup.js';
import { drawnParts, drawnRuns, marked } from './markup.js';

/** One whole text of an answer; it is shown entirely or not at all. */
export type Piece =
  /** A sentence under the section's name. A table, where there is one, says it instead. */
  | { kind: 'lead'; text: string }
  /** A small heading within the section. */
  | { kind: 'subhead'; text: string }
  | { kind: 'point'; text: string }
  /** A point that was worded otherwise: both wordings, with the new words bold. */
  | { kind: 'change'; before: string; text: string }
  | { kind: 'note'; label: string; text: string }
  /** Words of a person, as they were typed: nothing in them is a mark. */
  | { kind: 'said'; label: string; text: string }
  | { kind: 'link'; title: string; url: string };

/** A named part of a long answer: usually one competency. */
export interface Section {
  name: string;
  pieces: Piece[];
  /** The section's row where the answer has a table. */
  row?: string[];
  /** The heading that it stands under, with those around it that have the same. */
  group?: string | undefined;
}

/** Returns the pieces as one block, below their section's name; texts are drawn as they are marked. */
export function sectionBlock(name: string, pieces: Piece[]): RichTextBlock {
  const heading: RichTextText = { type: 'text', text: name, style: { bold: true } };
  const elements: RichTextBlock['elements'] = [];
  let lines: RichTextElement[][] = [[heading]];
  let list: { kind: Piece['kind']; items: RichTextElement[][] } | undefined;
  const endLines = () => {
    if (lines.length > 0) elements.push({ type: 'rich_text_section', elements: joined(lines) });
    lines = [];
  };
  const endList = () => {
    if (list) elements.push(bulletList(list.items));
    list = undefined;
  };
  for (const piece of pieces) {
    if (isItem(piece)) {
      endLines();
      if (list?.kind !== piece.kind) endList();
      list ??= { kind: piece.kind, items: [] };
      list.items.push(itemOf(piece));
    } else if (piece.kind === 'lead') {
      endList();
      for (const part of markedParts(piece.text)) {
        if (part.kind === 'lines') {
          lines.push(drawnRuns(part.runs));
        } else {
          endLines();
          elements.push(...drawnParts([part]));
        }
      }
    } else {
      endList();
      lines.push(lineOf(piece));
    }
  }
  endLines();
  endList();
  return { type: 'rich_text', elements };
}

type Item = Extract<Piece, { kind: 'point' | 'change' | 'link' }>;

function isItem(piece: Piece): piece is Item {
  return piece.kind === 'point' || piece.kind === 'change' || piece.kind === 'link';
}

function itemOf(piece: Item): RichTextElement[] {
  switch (piece.kind) {
    case 'point':
      return marked(piece.text);
    case 'change':
      return [
        { type: 'text', text: `${withoutMarks(piece.before)}\n→ ` },
        ...changesBetween(withoutMarks(piece.before), withoutMarks(piece.text)).map(
          ({ text, changed }): RichTextText => ({
            type: 'text',
            text,
            ...(changed && { style: { bold: true } }),
          }),
        ),
      ];
    case 'link':
      return [{ type: 'link', url: piece.url, text: piece.title }];
  }
}

function bulletList(items: RichTextElement[][]) {
  return {
    type: 'rich_text_list' as const,
    style: 'bullet' as const,
    elements: items.map((item) => ({ type: 'rich_text_section' as const, elements: item })),
  };
}

function lineOf(piece: Exclude<Piece, Item | { kind: 'lead' }>): RichTextElement[] {
  switch (piece.kind) {
    case 'subhead':
      return [{ type: 'text', text: piece.text, style: { italic: true } }];
    case 'note':
      return [
        { type: 'text', text: `${piece.label}: `, style: { italic: true } },
        ...marked(piece.text),
      ];
    case 'said':
      return [
        { type: 'text', text: `${piece.label}: `, style: { italic: true } },
        { type: 'text', text: piece.text },
      ];
  }
}

function joined(lines: RichTextElement[][]): RichTextElement[] {
  return lines.flatMap((line, nth) => (nth === 0 ? line : [{ type: 'text', text: '\n' }, ...line]));
}
