/** A stretch of a marked text: words in one style, or a link. */
export type Run =
  | { text: string; style?: 'bold' | 'italic' | 'code'; url?: undefined }
  | { text: string; url: string };

/** A part of a marked text: lines of it, or a list. */
export type MarkedPart =
  | { kind: 'lines'; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: Run[][] };

/**
 * Texts of a framework may be marked: `**bold**`, `_italics_`, `` `code` ``, `[title](https://…)`
 * and lines that begin with "- " or "1. ". Everything else stands as written.
 */
const marks =
  /`(?<code>[^`\n]+)`|\*\*(?<bold>[^\s*](?:[^*\n]*[^\s*])?)\*\*|(?<![\p{L}\p{N}_])_(?<italic>[^\s_](?:[^_\n]*[^\s_])?)_(?![\p{L}\p{N}_])|\[(?<title>[^\][\n]+)\]\((?<url>https?:\/\/[^\s()<>]+)\)/gu;

/** Returns the runs of one text in which lines are not told apart; one at least. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index) });
    runs.push(runOf(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < text.length || runs.length === 0) runs.push({ text: text.slice(end) });
  return runs;
}

function runOf({ code, bold, italic, title = '', url }: Record<string, string | undefined>): Run {
  if (code !== undefined) return { text: code, style: 'code' };
  if (bold !== undefined) return { text: bold, style: 'bold' };
  if (italic !== undefined) return { text: italic, style: 'italic' };
  return isAddress(url) ? { text: title, url } : { text: `[${title}](${url})` };
}

function isAddress(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url);
}

/** Returns the text without its marks, for options, headings, titles and cells of tables. */
export function withoutMarks(text: string): string {
  return text.replace(marks, (...found) => {
    const { code, bold, italic, title = '' } = found.at(-1) as Record<string, string | undefined>;
    return code ?? bold ?? italic ?? title;
  });
}

const listed = /^\s*(?:[-*•]|(?<number>\d{1,3})[.)])\s+(?<item>\S.*)$/u;

/** Returns the lines and lists of a text, in their order. */
export function markedParts(text: string): MarkedPart[] {
  const parts: MarkedPart[] = [];
  for (const line of text.split('\n')) {
    const { number, item } = listed.exec(line)?.groups ?? {};
    const last = parts.at(-1);
    if (item !== undefined) {
      const ordered = number !== undefined;
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(runsOf(item));
      else parts.push({ kind: 'list', ordered, items: [runsOf(item)] });
    } else if (last?.kind === 'lines') {
      // Slack refuses an element without any text.
      last.runs.push({ text: '\n' }, ...(line === '' ? [] : runsOf(line)));
    } else if (line !== '' || !last) {
      parts.push({ kind: 'lines', runs: runsOf(line) });
    }
  }
  return parts;
}
