/** A run of text with one format. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; label: string }
  | { kind: 'user' | 'channel' | 'broadcast'; id: string; label: string }
  | { kind: 'date'; unix: number; format: string; fallback: string; url: string }
  | { kind: 'emoji'; name: string };

/** Lines of mrkdwn: ordinary ones, quoted ones, or a preformatted block. */
export type Passage =
  | { kind: 'lines' | 'quote'; children: Inline[] }
  | { kind: 'preformatted'; text: string };

const marks: Record<string, 'bold' | 'italic' | 'strike'> = {
  '*': 'bold',
  _: 'italic',
  '~': 'strike',
};
const wordSign = /[\p{L}\p{N}]/u;

/** Parses Slack's mrkdwn into data; nothing in it is interpreted as HTML. */
export function parseMrkdwn(source: string): Passage[] {
  const passages: Passage[] = [];
  for (const [index, piece] of source.split('```').entries()) {
    if (index % 2 === 1)
      passages.push({ kind: 'preformatted', text: unescaped(trimLineEnds(piece)) });
    else passages.push(...parseLines(index === 0 ? piece : piece.replace(/^\n/, '')));
  }
  return passages;
}

/** Parses one run of mrkdwn without quotes and preformatted blocks. */
export function parseInline(source: string): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < source.length) {
    const hit = readToken(source, at);
    if (!hit) {
      plain += source[at];
      at += 1;
      continue;
    }
    if (plain) found.push({ kind: 'text', text: unescaped(plain) });
    plain = '';
    found.push(hit.inline);
    at = hit.end;
  }
  if (plain) found.push({ kind: 'text', text: unescaped(plain) });
  return found;
}

function parseLines(source: string): Passage[] {
  const passages: Passage[] = [];
  let kind: 'lines' | 'quote' | undefined;
  let lines: string[] = [];
  const flush = () => {
    const text = lines.join('\n');
    if (kind && text !== '') passages.push({ kind, children: parseInline(text) });
    lines = [];
  };
  for (const line of source.split('\n')) {
    const quoted = /^(?:&gt;|>) ?(.*)$/.exec(line);
    const next = quoted ? 'quote' : 'lines';
    if (next !== kind) flush();
    kind = next;
    lines.push(quoted ? (quoted[1] ?? '') : line);
  }
  flush();
  return passages;
}

type Hit = { inline: Inline; end: number } | undefined;

function readToken(source: string, at: number): Hit {
  const sign = source[at] ?? '';
  if (sign === '<') return readAngle(source, at);
  if (sign === '`') return readCode(source, at);
  if (sign === ':') return readEmoji(source, at);
  if (sign in marks) return readMarked(source, at, sign);
  return undefined;
}

function readAngle(source: string, at: number): Hit {
  const end = source.indexOf('>', at);
  if (end < 0) return undefined;
  const inner = source.slice(at + 1, end);
  const bar = inner.indexOf('|');
  const head = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : unescaped(inner.slice(bar + 1));
  const inline = readReference(head, label);
  return inline && { inline, end: end + 1 };
}

function readReference(head: string, label: string): Inline | undefined {
  if (head.startsWith('@')) return { kind: 'user', id: head.slice(1), label };
  if (head.startsWith('#')) return { kind: 'channel', id: head.slice(1), label };
  if (head.startsWith('!date^')) {
    const [, unix = '', format = '', url = ''] = head.split('^');
    return { kind: 'date', unix: Number(unix), format, fallback: label, url };
  }
  if (head.startsWith('!')) return { kind: 'broadcast', id: head.slice(1), label };
  if (/^(?:https?:|mailto:|slack:)/.test(head)) {
    const url = unescaped(head);
    return { kind: 'link', url, label: label || url };
  }
  return undefined;
}

function readCode(source: string, at: number): Hit {
  const end = source.indexOf('`', at + 1);
  const inner = source.slice(at + 1, end);
  if (end <= at + 1 || inner.includes('\n')) return undefined;
  return { inline: { kind: 'code', text: unescaped(inner) }, end: end + 1 };
}

function readEmoji(source: string, at: number): Hit {
  const found = /^:([a-z0-9_+'-]+):/.exec(source.slice(at, at + 60));
  if (!found?.[1] || wordSign.test(source[at - 1] ?? '')) return undefined;
  return { inline: { kind: 'emoji', name: found[1] }, end: at + found[0].length };
}

/** *bold*, _italic_, ~struck~: only at the edge of a word, without a space inside the marks. */
function readMarked(source: string, at: number, sign: string): Hit {
  const kind = marks[sign];
  const next = source[at + 1] ?? ' ';
  if (!kind || wordSign.test(source[at - 1] ?? '') || /\s/.test(next) || next === sign) {
    return undefined;
  }
  for (let end = at + 2; end < source.length; end += 1) {
    const here = source[end];
    if (here === '\n') return undefined;
    if (here === '<') end = Math.max(end, source.indexOf('>', end));
    if (here !== sign || /\s/.test(source[end - 1] ?? '')) continue;
    if (wordSign.test(source[end + 1] ?? '')) continue;
    return { inline: { kind, children: parseInline(source.slice(at + 1, end)) }, end: end + 1 };
  }
  return undefined;
}

function trimLineEnds(text: string): string {
  return text.replace(/^\n/, '').replace(/\n$/, '');
}

/** Slack escapes these three characters and no others. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
