import type { RichTextBlock, RichTextElement, RichTextText } from '@slack/types';

/**
 * Texts of a framework may be marked: `**bold**`, `_italics_`, `` `code` ``, `[title](https://…)`
 * and lines that begin with "- " or "1. ". Everything else stands as written. Only rich text draws
 * it, in which no character of a text can mention anybody or link anywhere by itself.
 */
const marks =
  /`(?<code>[^`\n]+)`|\*\*(?<bold>[^\s*](?:[^*\n]*[^\s*])?)\*\*|(?<![\p{L}\p{N}_])_(?<italic>[^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])|\[(?<title>[^\][\n]+)\]\((?<url>https?:\/\/[^\s()<>]+)\)/gu;

/** Returns the elements that draw one text in which lines are not told apart. */
export function marked(text: string): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let end = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > end) elements.push(plain(text.slice(end, match.index)));
    elements.push(elementOf(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < text.length || elements.length === 0) elements.push(plain(text.slice(end)));
  return elements;
}

function elementOf({ code, bold, italic, title = '', url }: Record<string, string | undefined>) {
  const styled = (text: string, style: RichTextText['style']): RichTextElement => {
    return { type: 'text', text, ...(style && { style }) };
  };
  if (code !== undefined) return styled(code, { code: true });
  if (bold !== undefined) return styled(bold, { bold: true });
  if (italic !== undefined) return styled(italic, { italic: true });
  return isAddress(url) ? { type: 'link' as const, url, text: title } : plain(`[${title}](${url})`);
}

function isAddress(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url);
}

function plain(text: string): RichTextText {
  return { type: 'text', text };
}

/** Returns the text without its marks, for options, headings, titles and cells of tables. */
export function withoutMarks(text: string): string {
  return text.replace(marks, (...found) => {
    const { code, bold, italic, title = '' } = found.at(-1) as Record<string, string | undefined>;
    return code ?? bold ?? italic ?? title;
  });
}

/** A part of a marked text: lines of it, or a list. */
export type MarkedPart =
  | { kind: 'lines'; elements: RichTextElement[] }
  | { kind: 'list'; ordered: boolean; items: RichTextElement[][] };

const listed = /^\s*(?:[-*•]|(?<number>\d{1,3})[.)])\s+(?<item>\S.*)$/u;

/** Returns the lines and lists of a text, in their order. */
export function markedParts(text: string): MarkedPart[] {
  const parts: MarkedPart[] = [];
  for (const line of text.split('\n')) {
    const { number, item } = listed.exec(line)?.groups ?? {};
    const last = parts.at(-1);
    if (item !== undefined) {
      const ordered = number !== undefined;
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(marked(item));
      else parts.push({ kind: 'list', ordered, items: [marked(item)] });
    } else if (last?.kind === 'lines') {
      last.elements.push(plain('\n'), ...marked(line));
    } else if (line !== '' || !last) {
      parts.push({ kind: 'lines', elements: marked(line) });
    }
  }
  return parts;
}

/** Returns the parts as elements of a rich text block. */
export function drawnParts(parts: readonly MarkedPart[]): RichTextBlock['elements'] {
  return parts.map((part) =>
    part.kind === 'lines'
      ? { type: 'rich_text_section', elements: part.elements }
      : listOf(part.items, part.ordered),
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
