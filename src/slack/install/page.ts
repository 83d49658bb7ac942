import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#1d1c1d;background:#fff}a.button{display:inline-block;padding:.6rem 1rem;border-radius:.4rem;background:#1f3d36;color:#fff;text-decoration:none}@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#1a1d21}a{color:#7fc3ae}}';
const styleHash = createHash('sha256').update(style).digest('base64');

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export interface Page {
  status: number;
  title: string;
  paragraphs: string[];
  /** What can be pressed at its end. */
  link?: { text: string; url: string };
}

/** Answers with a plain page. All texts are escaped. */
export function answerPage(response: ServerResponse, page: Page): void {
  const { status, title, paragraphs, link } = page;
  const body = [
    `<h1>${escaped(title)}</h1>`,
    ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
    ...(link
      ? [`<p><a class="button" href="${escaped(link.url)}">${escaped(link.text)}</a></p>`]
      : []),
  ].join('\n');
  response.writeHead(status, headers);
  response.end(
    `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>\n<body>\n${body}\n</body>\n</html>\n`,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
