import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFrameworkFile } from '../../src/framework-file.js';
import { frameworkPage } from '../../src/framework-page/page.js';
import { textsOf } from '../support/ladder-texts.js';

const folder = 'tests/support/ladders';
const ladders = readdirSync(folder).filter((name) => !name.endsWith('.ts'));

/** The words of a text, whatever stands between them. */
const wordsOf = (text: string) => ` ${(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;

/** A text as it is drawn: of a link its words. */
const drawn = (text: string) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** The words that a page shows, and the addresses to which it leads. */
function shownOn(page: string): string {
  const addresses = [...page.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
  const text = page.replace(/<(script|style|select)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');
  const unescaped = [text, ...addresses]
    .join('\n')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  return wordsOf(unescaped);
}

describe('the page of a ladder shows every text of', () => {
  it.each([...ladders.map((name) => join(folder, name)), 'ladders/business-operations.yaml'])(
    '%s',
    (path) => {
      const framework = readFrameworkFile(path);
      const shown = shownOn(frameworkPage(framework));
      // Aliases are for finding a role, not for reading.
      const aliases = [...framework.roles, ...framework.competencies].flatMap((one) => one.aliases);
      const texts = textsOf(framework).filter((text) => !aliases.includes(text));
      expect(texts.length).toBeGreaterThan(5);
      expect(texts.filter((text) => !shown.includes(wordsOf(drawn(text))))).toEqual([]);
    },
  );
});
