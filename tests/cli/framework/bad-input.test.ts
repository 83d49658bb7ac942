import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
  await operator.run('framework', 'versions');
});
afterAll(() => operator.stop());

const head = 'format: 1\nname: Garden Care\n';
const competencies = 'competencies:\n  - { key: plants, name: Plants }\n';
const role = (key: string, more = '') =>
  `  - { key: ${key}, title: ${key}, expectations: { plants: Waters }${more} }\n`;
const roles = (...some: string[]) => `roles:\n${some.join('')}`;
const sound = head + competencies + roles(role('helper'));
const tracks = 'tracks:\n  - { key: beds, name: Beds }\n  - { key: trees, name: Trees }\n';
const circle =
  'tracks:\n  - { key: beds, name: Beds, leads_to: [trees] }\n  - { key: trees, name: Trees, leads_to: [beds] }\n';
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
    (own, nth) => `${own}: &${own} [${Array(9).fill(`*${'abcdefg'[nth]}`).join(', ')}]`,
  ),
].join('\n');

/** What is wrong, the file, and what is said of it. */
const bad: [string, string | Buffer, RegExp][] = [
  [
    'an alias bomb',
    bomb,
    /^bad\.yaml:\d+: The file repeats parts of itself too often with "\*"\. Write them out\.\n1 problem/,
  ],
  [
    '50 MB',
    Buffer.alloc(50 * 1024 * 1024, 'a: x\n'),
    /bad\.yaml has more than 20 MB, so it is hardly a framework file\. Give another file\.$/m,
  ],
  ['an Excel workbook', Buffer.from('PK\x03\x04\x14'), /^bad\.yaml:1: This is an Excel workbook/],
  ['binary', Buffer.from([0x61, 0x0a, 0x00, 0x01, 0x62]), /^bad\.yaml:2: .*NUL/],
  ['UTF-16', Buffer.from(`\ufeff${sound}`, 'utf16le'), /^bad\.yaml:1: The file is UTF-16/],
  [
    'Shift JIS',
    Buffer.from(`${head}about: \u0090\u0091\n`, 'latin1'),
    /^bad\.yaml:3: This line is not UTF-8/,
  ],
  ['nothing', '', /^bad\.yaml:1: .* is empty\. Begin with the example/],
  ['two documents', `${sound}---\n${sound}`, /^bad\.yaml:7: One file holds one framework/],
  [
    'a text that a comma cuts',
    sound.replace('Waters', 'Waters, weeds and cuts'),
    /^bad\.yaml:6: Within \{ \} a comma ends a text, and "weeds and cuts" stands alone/,
  ],
  [
    'Windows-1252',
    Buffer.from(sound.replace('Garden', 'Gärten'), 'latin1'),
    /^bad\.yaml:2: This line is not UTF-8/,
  ],
  ['a key twice', `${sound}name: Again\n`, /^bad\.yaml:7: This key stands twice in the same group/],
  [
    'two keys of one name',
    head + competencies + roles(role('helper'), role('helper')),
    /^bad\.yaml:7: The key "helper" is already taken further up/,
  ],
  [
    'keys that differ by case only',
    head + competencies + roles(role('helper'), role('Helper')),
    /^bad\.yaml:7: "Helper" cannot be a key\. .*For example: helper\.$/m,
  ],
  [
    'titles that differ by case only',
    head +
      competencies +
      roles(role('helper'), role('second').replace('title: second', 'title: HELPER')),
    /^bad\.yaml:7: "HELPER" is already the title of "helper", on the same track and level/,
  ],
  [
    'rungs that lead to each other',
    head + circle + competencies + roles(role('helper', ', track: beds')),
    /^bad\.yaml:4: Track "beds" leads to "trees", which leads back to it\. Take one step out/,
  ],
  [
    'roles that were each other',
    head + competencies + roles(role('helper', ', was: head'), role('head', ', was: helper')),
    /^bad\.yaml:6: "helper" was "head", which goes back to "helper" itself: a circle/,
  ],
  [
    'a role without a track among tracks',
    head + tracks + competencies + roles(role('helper')),
    /^bad\.yaml:9: This role is on none of the 2 tracks\. Add "track" with the key of one\.$/m,
  ],
  [
    // 10,000 roles, and other files that would take long, are in tests/domain/framework/sizes.test.ts.
    '1,000 roles',
    head + competencies + roles(...Array.from({ length: 1000 }, (_, nth) => role(`r${nth}`))),
    /^bad\.yaml:5: "roles" has 1000 entries; it can have 500 at most\. Remove 500\.$/m,
  ],
  [
    'a former key that two roles claim',
    head + competencies + roles(role('helper', ', was: boy'), role('gardener', ', was: [boy]')),
    /^bad\.yaml:7: "helper" already says that it was "boy", and people can move along to one role/,
  ],
  [
    'a former key that two competencies claim',
    `${head}competencies:\n  - { key: plants, name: Plants, was: beds }\n  - { key: trees, name: Trees, was: beds }\n${roles(role('helper'))}`,
    /^bad\.yaml:5: "plants" already says that it was "beds", and ratings and notes can move along/,
  ],
  [
    'a text from right to left as a key',
    sound.replace('key: helper', 'key: "\u202ehelper"'),
    /^bad\.yaml:6: "<U\+202E>helper" cannot be a key/,
  ],
  [
    'an emoji as a key',
    sound.replace('key: helper', 'key: 🌱'),
    /^bad\.yaml:6: "🌱" cannot be a key/,
  ],
];

describe('an operator who publishes a file with', () => {
  it.each(bad)('%s reads where and what to do, and nothing is changed', async (_, file, told) => {
    const path = operator.write('bad.yaml', file);
    const { code, error } = await operator.run('framework', 'publish', path, '--yes');
    expect(code).toBe(1);
    expect(error).toMatch(new RegExp(told.source, 'm'));
    expect(await operator.db.frameworkVersion.count()).toBe(1);
  });

  it('emoji and right-to-left texts gets them as they are', async () => {
    const path = operator.write(
      'sound.yaml',
      sound.replace('Waters', '"يسقي النباتات 👩‍🌾 every morning"').replace('Garden Care', 'گل 🌷'),
    );
    const { code, out } = await operator.run('framework', 'show', path);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('يسقي النباتات 👩‍🌾 every morning'),
    });
  });
});

const sheet = (...lines: string[]) => ['Role,Level,Skill,Text', ...lines].join('\n');

describe('an operator who imports a sheet with', () => {
  const importing = (csv: string | Buffer, ...more: string[]) =>
    operator.run('framework', 'import', operator.write('sheet.csv', csv), ...more);

  it('a formula whose value is lost reads its cell, and no ladder is made', async () => {
    const { code, out, error } = await importing(sheet('Helper,L1,Plants,#REF!'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(
      /^sheet\.csv: row 2, column D: #REF! stands here, so the spreadsheet has lost/,
    );
  });

  it.each([
    [
      '10,000 roles',
      sheet(...Array.from({ length: 10_000 }, (_, nth) => `Helper ${nth},,P,a`)),
      /row 502, column A: This is number 501 of 10000 roles/,
    ],
    ['50 MB', Buffer.alloc(50 * 1024 * 1024, 'Helper,L1,P,a\n'), /has more than 20 MB/],
    ['binary', Buffer.from([0x41, 0, 0x42]), /line 1: .*NUL/],
    ['Shift JIS', Buffer.from([0x96, 0xf0, 0x90, 0x45, 0x0a]), /line 1: This line is not UTF-8/],
    [
      'a role without track among tracks',
      'Role,Track,Skill,Text\nHelper,,P,a\nSailor,Sea,P,b\n',
      /row 2, column A: "Helper" has no track/,
    ],
    [
      'a date in place of years',
      'Skill,Junior,Senior\nYears,2-Jan,3+\nP,a,b\n',
      /row 2, column B: "2-Jan" is a date/,
    ],
  ])('%s reads where and what to do, and no ladder is made', async (_, csv, told) => {
    const { code, out, error } = await importing(csv);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(told);
  });

  it('names in any case has them as one, and emoji and right-to-left texts as they are', async () => {
    const { code, out } = await importing(
      sheet('Helper,L1,🌱 زراعة,يسقي 👩‍🌾', 'HELPER,L1,🌱 زراعة,waters'),
    );
    expect(code).toBe(0);
    expect(out.match(/title:/g)).toHaveLength(1);
    expect(out).toContain('يسقي 👩‍🌾');
  });

  it('formulas, merged and empty cells reads what was made of them', async () => {
    const { code, error } = await importing(
      sheet('Helper,L1,Plants,=SUM(A1)', ',,,Weeds', ',,Tools,'),
    );
    expect(code).toBe(0);
    expect(error).toContain('"=SUM(A1)"');
    expect(error).toContain('empty cells in the columns A, B, C were filled');
  });
});
