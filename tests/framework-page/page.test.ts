import { describe, expect, it } from 'vitest';
import { parseFrameworkFile } from '../../src/domain/framework/file.js';
import { readFrameworkFile } from '../../src/framework-file.js';
import { frameworkPage } from '../../src/framework-page/page.js';

const ladder = (more: string) => `format: 1
key: garden
name: 'Gardens <b>"&'
tracks:
  - { key: growing, name: Growing, leads_to: [] }
  - { key: leading, name: Leading, leads_to: [] }
competencies:
  - { key: plants, name: Plants }
about: { title: About, summary: Sums up }
roles:
  - key: gardener
    title: Gardener
    level: G1
    years: { from: 1 }
    track: growing
    expectations: { plants: { definition: "${more}" } }
`;

function pageOf(definition: string): string {
  const read = parseFrameworkFile(ladder(definition), 'garden.yaml');
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return frameworkPage(read.framework);
}

describe('the page of a ladder', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    "</style></script><svg onload='alert(1)'>",
    '" onmouseover="alert(1)',
  ])('shows %s as it was written and runs nothing of it', (text) => {
    const page = pageOf(text.replaceAll('"', '\\"'));
    const shown = page.match(/<h4[\s\S]*?<p dir="auto">([\s\S]*?)<\/p>/)?.[1] ?? '';
    expect(shown).not.toMatch(/[<>"]/);
    expect(shown.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toBe(text);
  });

  it('tells roles and competencies of one name apart in its pickers', () => {
    const page = frameworkPage(readFrameworkFile('tests/support/ladders/railway'));
    const options = [...page.matchAll(/<option value="[^"]*">([^<]*)/g)].map(([, text]) => text);
    for (const label of [
      'Driver (R1)',
      'Driver (R2)',
      'Team Lead · Crew',
      'Planning · Running the day',
      'Planning · Building the line',
    ]) {
      expect(options).toContain(label);
    }
  });

  it('draws what is marked, and links to nothing but web addresses', () => {
    const page = pageOf(
      '**Bold**, _so_, `code`, [a link](https://a.example/?x=1) [no](javascript:alert(1))',
    );
    expect(page).toContain(
      '<strong>Bold</strong>, <em>so</em>, <code>code</code>, <a href="https://a.example/?x=1">a link</a> [no](javascript:alert(1))',
    );
  });

  it('asks for nothing from anywhere, by its own policy', () => {
    const page = pageOf('Waters');
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;; style-src/);
    expect(page.match(/(?:src|href)="[^#"]/g)).toBeNull();
  });

  it('says of a path without a role that none stands there yet', () => {
    expect(pageOf('Waters')).toMatch(/Leading<\/h2>[\s\S]*?No role stands on this path yet/);
  });
});
