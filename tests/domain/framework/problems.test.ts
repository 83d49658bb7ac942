import { describe, expect, test } from 'vitest';
import { DEFAULT_SCALE } from '../../../src/domain/framework/file-document.js';
import { afterChange, example, guide, lineOf, problemsOf } from './example.js';

/** The mistake, the piece of the example, its replacement, and the expected problems. */
type Slip = [what: string, from: string, to: string, ...told: string[]];

const NAME = 'name: Customer Support';
const LEVEL = 'level: Entry';
const YEARS = 'years: { from: 0, to: 1.5 }';
const POINT = '- { key: learning, label: Learning, meaning: "I do it with help" }';
const BEHAVIOUR = 'clear-words: Writes answers that a customer understands at first reading';

const yamlSlips: Slip[] = [
  ['a colon in a text', NAME, 'name: Support: all', 'takes the colon in this text for a key'],
  ['an @ at the start of a text', NAME, 'name: @support', 'cannot begin with this character'],
  ['a * at the start of a text', NAME, 'name: *support', 'begins with "*" needs quotes'],
  ['a ! at the start of a text', NAME, 'name: !support x', 'begins with "!" needs quotes'],
  ['a tab', NAME, `\t${NAME}`, 'indented with a tab'],
  ['a list as a key', NAME, '? [a]\n: b', 'cannot be a key'],
  ['a key that JavaScript keeps for itself', NAME, '__proto__: x', 'cannot be a key'],
  ['a placeholder that was never filled', NAME, 'name: {{ name }}', 'cannot be a key'],
  ['a key twice', NAME, `${NAME}\nname: x`, 'stands twice in the same group'],
  [
    'a comma within braces',
    POINT,
    '- { key: learning, label: Learning, with help }',
    'Within { } a comma ends a text, and "with help" stands alone after one',
  ],
  [
    'a colon within braces',
    POINT,
    '- { key: learning, label: Learning: with help }',
    'or a text within it has a colon',
  ],
  ['a second document', NAME, `${NAME}\n---\nformat: 1`, 'One file holds one framework'],
];

const slips: Slip[] = [
  ['a format of another time', 'format: 1', 'format: 2', '"format" must be 1'],
  ['a name as a key', 'key: support', 'key: Support Team', 'For example: support-team.'],
  ['a slip in a key', NAME, 'nane: x', '"nane" is not a key that belongs here', '"name"?'],
  ['an unknown key', LEVEL, 'lvl: Entry', '"lvl" is not a key that belongs here', 'Take it out'],
  ['a key without a value', LEVEL, 'level:', '"level" is empty. Give it a value'],
  ['a blank text', LEVEL, 'level: " "', '"level" is empty. Fill it in.'],
  ['a number for a text', LEVEL, 'level: 3', 'YAML reads 3 as a number', 'in quotes: "3"'],
  ['a yes for a text', LEVEL, 'level: true', 'YAML reads true as "yes or no"'],
  ['a list for a text', LEVEL, 'level: [Entry]', 'must be a text, but here is a list'],
  ['two lines for a name', LEVEL, 'level: |\n      two\n      lines', 'runs over several lines'],
  ['a control character', LEVEL, 'level: "En\\0try"', 'a control character'],
  ['a long title', 'title: Support Agent', `title: ${'T'.repeat(76)}`, '"title" has 76', '75 at'],
  ['a long name', 'name: Good answers', `name: ${'N'.repeat(76)}`, '"name" has 76', '75 at most'],
  ['a long label', POINT, `- { key: learning, label: ${'L'.repeat(76)} }`, '"label" has 76'],
  ['a reserved rating', POINT, '- { key: no-opportunity, label: No }', 'beside every scale'],
  ['a long behaviour', BEHAVIOUR, `clear-words: ${'t'.repeat(3001)}`, 'has 3001', '3000 at most'],
  ['a text as a key', BEHAVIOUR, 'Clear Words: x', 'cannot be a key', 'For example: clear-words.'],
  ['a number in front of a key', BEHAVIOUR, '1st: x', '"1st" cannot be a key', 'example: st.'],
  ['a text for a list', 'skills:\n          - Plain language', 'skills: Plain', 'must be a list'],
  ['a number for a group', YEARS, 'years: 1.5', '"years" must be a group of "key: value" lines'],
  ['years turned round', YEARS, 'years: { from: 2, to: 1 }', '"years" runs from 2 to 1'],
  ['less than no years', YEARS, 'years: { from: -1 }', '"from" must be 0 or more'],
  ['a lifetime of years', YEARS, 'years: { from: 0, to: 99 }', '"to" can be 60 at most'],
  [
    'a slip in a track',
    'track: professional',
    'track: profesional',
    'Did you mean "professional"?',
  ],
  ['an unknown track', 'track: professional', 'track: sales', 'no track "sales"', 'professional, '],
  ['a way into nowhere', 'leads_to: [management]', 'leads_to: [ic]', 'There is no track "ic"'],
  [
    'a pair for a track',
    'leads_to: [management]',
    'leads_to: [to: management]',
    'must be a text, but here is a group',
  ],
  [
    'a track to itself',
    'leads_to: [management]',
    'leads_to: [professional]',
    'leads to itself. Take one step out',
  ],
  ['a word with two meanings', 'aliases: [junior]', 'aliases: [replies]', 'already stands for'],
  ['many aliases', 'aliases: [junior]', `aliases: [${Array(21).fill('a')}]`, 'has 21 entries; it'],
  ['half an address', 'url: https://handbook', 'url: handbook', '"url" is no web address'],
  ['an address of files', 'url: https://handbook', 'url: ftp://handbook', 'is no web address'],
  ['a script', 'url: https://handbook', 'url: javascript:handbook', '"url" is no web address'],
];

describe('a problem is shown in its line, with what to do', () => {
  test.each(yamlSlips)('for YAML: %s', (_what, from, to, ...told) => {
    expectTold(from, to, told);
  });

  test.each(slips)('for the content: %s', (_what, from, to, ...told) => {
    expectTold(from, to, told);
  });

  test('for two rating points of one key or one label', () => {
    const line = lineOf('key: doing');
    expect(afterChange('key: doing', 'key: learning')).toEqual([
      `x.yaml:${line}: The key "learning" is already taken further up in this list. Each needs its own.`,
    ]);
    expect(afterChange('label: Doing', 'label: Learning')).toEqual([
      `x.yaml:${line}: The label "Learning" is already taken further up in this list. Each needs its own.`,
    ]);
  });

  test('for a scale of one point', () => {
    const short = example.replace(/ {2}- \{ key: (doing|leading).*\n/g, '');
    expect(problemsOf(short)).toEqual([
      `x.yaml:${lineOf('scale:')}: "scale" has 1 entry; it needs 2 at least. Add what is missing.`,
    ]);
  });

  test('names the nearest competency for a slip', () => {
    const line = lineOf('      answers:');
    expect(afterChange('      answers:', '      anwsers:')).toEqual([
      `x.yaml:${line}: There is no competency "anwsers" in this file. Did you mean "answers"?`,
    ]);
  });

  test('tells a role without expectations what it lacks', () => {
    const line = lineOf('key: senior-agent');
    const bare = example.slice(0, example.lastIndexOf('    expectations:'));
    expect(problemsOf(bare)).toEqual([
      `x.yaml:${line}: This role expects nothing. Under "expectations", describe one competency at least.`,
    ]);
  });

  test('shows where something is missing', () => {
    expect(afterChange('    title: Support Agent\n', '')).toEqual([
      `x.yaml:${lineOf('key: agent')}: "title" is missing here. Add it; it is a text.`,
    ]);
    expect(afterChange('  title: What customer support does\n', '')).toEqual([
      `x.yaml:${lineOf('about:')}: "title" is missing here. Add it; it is a text.`,
    ]);
  });

  test('refuses two roles of one key, and says so once', () => {
    expect(afterChange('key: senior-agent', 'key: agent')).toEqual([
      `x.yaml:${lineOf('key: senior-agent')}: The key "agent" is already taken further up in this list. Each needs its own.`,
    ]);
  });

  test('refuses a word for two roles even in other capitals or accents', () => {
    expect(afterChange('aliases: [sr agent]', 'aliases: [Júnior]').join()).toContain(
      '"Júnior" already stands for "Support Agent"',
    );
  });

  const competency = (key: string, was: string) =>
    `  - { key: ${key}, name: ${key}, was: ${was} }\n`;
  const role = (key: string, was: string) =>
    `  - { key: ${key}, title: ${key}, track: management, was: ${was}, expectations: { answers: X } }\n`;

  test.each<[string, string, string[]]>([
    [
      'itself',
      competency('tone', 'tone'),
      ['"tone" is the key that it has now. Take it out of "was".'],
    ],
    [
      'one that is still there',
      competency('tone', '[answers]'),
      [
        '"answers" is still the key of a competency in this file, so nothing comes from it. Take it out of "was".',
      ],
    ],
    [
      'one of a chain',
      competency('tone', 'voice') + competency('style', 'tone'),
      [
        '"tone" is still the key of a competency in this file, so nothing comes from it. Take it out of "was". If all of it is one competency, keep one of the two, with was: [voice, tone].',
      ],
    ],
    [
      'each other',
      competency('tone', 'style') + competency('style', 'tone'),
      [
        '"tone" was "style", which goes back to "tone" itself: a circle. Keys can\'t change places; give one of them a key that is new.',
        '"style" was "tone", which goes back to "style" itself: a circle. Keys can\'t change places; give one of them a key that is new.',
      ],
    ],
    [
      'what another one was',
      competency('tone', 'voice') + competency('style', '[voice, tune]'),
      [
        '"tone" already says that it was "voice", and ratings and notes can move along to one competency only. Take it out of one of the two.',
      ],
    ],
  ])('refuses a competency that was %s', (_, added, told) => {
    const file = example.replace('competencies:\n', `competencies:\n${added}`);
    const messages = problemsOf(file).map((problem) => problem.replace(/^x\.yaml:\d+: /, ''));
    expect(messages).toEqual(told);
  });

  test('refuses the same of roles', () => {
    const file = example.replace(
      'roles:\n',
      `roles:\n${role('lead', 'boss')}${role('head', 'boss')}${role('chief', 'top')}${role('top', 'chief')}`,
    );
    const line = example.slice(0, example.indexOf('roles:\n')).split('\n').length;
    expect(problemsOf(file)).toEqual([
      `x.yaml:${line + 2}: "lead" already says that it was "boss", and people can move along to one role only. Take it out of one of the two.`,
      `x.yaml:${line + 3}: "chief" was "top", which goes back to "chief" itself: a circle. Keys can't change places; give one of them a key that is new.`,
      `x.yaml:${line + 4}: "top" was "chief", which goes back to "top" itself: a circle. Keys can't change places; give one of them a key that is new.`,
    ]);
  });

  test('finds a longer circle of tracks', () => {
    const circle = example.replace(
      '    name: Management path\n',
      '    name: Management path\n    leads_to: [guild]\n  - key: guild\n    name: Guild\n    leads_to: [professional]\n',
    );
    expect(problemsOf(circle)).toHaveLength(3);
  });

  test.each([
    ['competencies', 0],
    ['roles', 0],
  ])('does not take a framework with no %s', (list) => {
    const empty = example.replace(new RegExp(`^${list}:\\n(?: .*\\n|\\n)+`, 'm'), `${list}: []\n`);
    expect(problemsOf(empty).join()).toContain(`"${list}" has 0 entries; it needs 1 at least.`);
  });

  test('does not take more than 250 competencies, nor more than 50 behaviours in one', () => {
    const many = Array.from({ length: 250 }, (_, n) => `  - { key: c${n}, name: C${n} }\n`).join(
      '',
    );
    expect(afterChange('competencies:\n', `competencies:\n${many}`)).toEqual([
      `x.yaml:${lineOf('competencies:')}: "competencies" has 251 entries; it can have 250 at most. Remove 1.`,
    ]);
    const lines = Array.from({ length: 50 }, (_, n) => `          b${n}: B\n`).join('');
    expect(afterChange('        behaviours:\n', `        behaviours:\n${lines}`)).toEqual([
      `x.yaml:${lineOf('behaviours:')}: There are 51 behaviours here; at most 50 are possible. Merge or remove some.`,
    ]);
  });
});

describe('problems of YAML', () => {
  test('come without guesses about what a file in pieces might mean', () => {
    expect(problemsOf('name: "open\nroles: nobody\n')).toHaveLength(1);
  });

  test('are told once where they repeat, with how often and the first line', () => {
    const told = problemsOf('a: "x" y\nb: "x" y\nc: @x\nd: "x" y\n');
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/^x\.yaml:1: .* \(3 times; here is the first\.\)$/);
    expect(told[1]).toMatch(/^x\.yaml:3: .*cannot begin with this character/);
  });

  test('do not hide the others if only a key is doubled', () => {
    const problems = problemsOf(example.replace(LEVEL, `${LEVEL}\n    level: Top\n    x: 1`));
    expect(problems.join('\n')).toContain('stands twice');
    expect(problems.join('\n')).toContain('"x" is not a key that belongs here');
  });
});

describe('the guide to the format', () => {
  test('lists the scale that is used where a file brings none', () => {
    const plain = guide.replace(/ +/g, ' ');
    for (const { key, label, meaning } of DEFAULT_SCALE) {
      expect(plain).toContain(`| \`${key}\` | ${label} | ${meaning} |`);
    }
  });

  test('quotes only what people are really told', () => {
    const quoted = [...guide.matchAll(/`x\.yaml:(\d+: .*?)` +\|/g)].map(([, told]) => told);
    const told = [
      ...[...yamlSlips, ...slips].flatMap(([, from, to]) => afterChange(from, to)),
      ...afterChange('    title: Support Agent\n', ''),
      ...afterChange('key: senior-agent', 'key: agent'),
      ...afterChange('      answers:', '      anwsers:'),
      ...problemsOf(example.replace(/ {2}- \{ key: (doing|leading).*\n/g, '')),
      ...problemsOf(example.slice(0, example.lastIndexOf('    expectations:'))),
      ...problemsOf(''),
    ];

    expect(quoted).toHaveLength(20);
    for (const one of quoted) expect(told).toContain(`x.yaml:${one}`);
  });
});

function expectTold(from: string, to: string, told: string[]): void {
  const first = lineOf(from);
  const last = first + Math.max(from.split('\n').length, to.split('\n').length) - 1;
  const problems = afterChange(from, to);
  const mine = problems.find((problem) => told.every((words) => problem.includes(words)));
  expect(mine, problems.join('\n')).toBeDefined();
  const line = Number(mine?.split(':')[1]);
  expect(line).toBeGreaterThanOrEqual(first);
  expect(line).toBeLessThanOrEqual(last);
}
