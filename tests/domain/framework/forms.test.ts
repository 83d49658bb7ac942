import { describe, expect, test } from 'vitest';
import { formatProblem, parseFrameworkFiles } from '../../../src/domain/framework/file.js';
import { indexOf } from '../../../src/domain/role/position.js';
import { frameworkOf, problemsOf } from './example.js';

const smallest = `format: 1
name: Garden Care
competencies:
  - { key: plants, name: Plants }
  - { key: tools, name: Tools }
  - { key: people, name: People }
  - { key: safety, name: Safety }
roles:
  - { key: helper, title: Helper, expectations: { plants: Waters them, tools: Cleans them } }
  - { key: gardener, title: Gardener, expectations: { people: Shows helpers how, safety: Checks ladders } }
`;

const garden = `format: 1
key: garden
name: Garden Care
builds_up: true
rate: levels
levels:
  - { key: tries, name: Tries, text: With help }
  - { key: does, name: Does }
tracks:
  - key: growing
    name: Growing
    family: Outdoors
    summary: All that grows.
    all_roles:
      safety: Leaves tools clean and paths free.
competencies:
  - key: plants
    name: Plants
    group: Craft
    summary: Knowing what grows where, and why.
    levels:
      - { key: waters, name: Waters, text: Waters and weeds what others planted }
      - key: plans
        name: Plans
        behaviours:
          - Chooses plants for a bed
          - { text: Plans a season ahead, examples: [Ordered the autumn bulbs in June] }
  - { key: beds, name: Beds, levels: { does: Digs alone, tries: [Digs where asked] } }
  - { key: trees, name: Trees }
  - { key: safety, name: Safety, group: Conduct, levels: [] }
roles:
  - key: helper
    title: Helper
    expectations:
      trees: tries
  - key: gardener
    title: Gardener
    level: G2
    track: growing
    summary: Runs one garden without being asked.
    was: [junior-gardener]
    expectations:
      plants: plans
      beds: { level: does, definition: Keeps the beds., behaviours: { digs: Digs } }
      safety:
        - Checks ladders before use
        - { key: rules, text: "Explains [the rules](https://example.com/rules)", links: [{ title: Rules, url: https://example.com/rules }] }
`;

describe('a ladder file', () => {
  test('of ten lines is a ladder', () => {
    expect(smallest.trimEnd().split('\n')).toHaveLength(10);
    const framework = frameworkOf(smallest);
    expect(framework).toMatchObject({ key: 'garden-care', tracks: [{ key: 'ladder' }] });
    expect(framework).not.toHaveProperty('about');
    expect(framework.roles[0]).toEqual({
      ...{ key: 'helper', title: 'Helper', track: 'ladder', aliases: [] },
      expectations: [
        expect.objectContaining({ competency: 'plants', definition: 'Waters them' }),
        expect.objectContaining({ competency: 'tools', definition: 'Cleans them' }),
      ],
    });
    expect(indexOf(framework).rungs('ladder')).toHaveLength(2);
  });

  test('takes an expectation as a level, as a list and as a group of lines', () => {
    const { roles } = frameworkOf(garden);
    const none = { behaviours: [], opportunities: [], skills: [], links: [] };
    expect(roles[1]?.expectations).toEqual([
      { competency: 'plants', level: 'plans', ...none },
      {
        ...{ competency: 'beds', level: 'does', definition: 'Keeps the beds.', ...none },
        behaviours: [{ key: 'digs', text: 'Digs' }],
      },
      {
        ...{ competency: 'safety', ...none },
        behaviours: [
          { text: 'Checks ladders before use' },
          {
            ...{ key: 'rules', text: 'Explains [the rules](https://example.com/rules)' },
            links: [{ title: 'Rules', url: 'https://example.com/rules' }],
          },
        ],
      },
    ]);
  });

  test('says of roles, tracks and competencies what stands in it', () => {
    const framework = frameworkOf(garden);
    expect(framework).toMatchObject({ buildsUp: true, rate: 'levels' });
    expect(framework.tracks).toMatchObject([
      { family: 'Outdoors', summary: 'All that grows.', allRoles: [{ competency: 'safety' }] },
    ]);
    expect(framework.competencies[0]).toMatchObject({
      group: 'Craft',
      summary: 'Knowing what grows where, and why.',
    });
    expect(framework.roles[1]).toMatchObject({
      ...{ level: 'G2', was: ['junior-gardener'], summary: 'Runs one garden without being asked.' },
    });
    expect(framework.roles[0]?.track).toBe('growing');
  });

  test('shares levels among all competencies, which add their texts in the order of the levels', () => {
    const index = indexOf(frameworkOf(garden));
    const levels = (key: string) =>
      index.levels(key).map(({ name, text, behaviours }) => [name, text, behaviours.length]);
    expect(levels('trees')).toEqual([
      ['Tries', 'With help', 0],
      ['Does', '', 0],
    ]);
    expect(levels('beds')).toEqual([
      ['Tries', 'With help', 1],
      ['Does', 'Digs alone', 0],
    ]);
    expect(levels('plants')).toHaveLength(2);
    expect(levels('safety')).toEqual([]);
  });

  test('without what is new in the format is stored as it always was', () => {
    const parts = 'about builds_up buildsUp rate levels family group summary was allRoles'.split(
      ' ',
    );
    const json = JSON.stringify(frameworkOf(smallest));
    for (const part of parts) expect(json).not.toContain(`"${part}"`);
  });
});

const slips: [string, string, string, string][] = [
  [
    'a level that is none',
    'plants: plans',
    'plants: plan',
    '"plan" is no level of "plants". Did you mean "plans"?',
  ],
  [
    'a text beside levels',
    'plants: plans',
    'plants: Knows it all',
    'A text of its own goes after "definition:"',
  ],
  [
    'a level of no levels',
    'safety:\n        -',
    'safety: { level: does }\n      x:\n        -',
    '"safety" has no levels',
  ],
  ['an empty expectation', 'trees: tries', 'trees:', '"trees" is empty. Say what is asked'],
  ['an expectation of nothing', 'trees: tries', 'trees: {}', '"trees" says nothing here'],
  ['a number as an expectation', 'trees: tries', 'trees: 3', 'Put it in quotes: "3"'],
  [
    'a slip in a behaviour',
    'examples: [Ord',
    'exmples: [Ord',
    '"exmples" is not a key that belongs here. Did you mean "examples"?',
  ],
  [
    'a slip in an expectation',
    'definition: Keeps',
    'definitoin: Keeps',
    'Did you mean "definition"?',
  ],
  [
    'an unknown level of the file',
    'does: Digs',
    'dose: Digs',
    'no level "dose" in this file. Did you mean "does"?',
  ],
  [
    'a level without a name',
    'key: waters, name: Waters,',
    'key: waters,',
    '"name" is missing here',
  ],
  [
    'two levels of one key',
    'key: plans\n        name',
    'key: waters\n        name',
    'The key "waters" is already taken',
  ],
  [
    'a role that is still there',
    'junior-gardener',
    'helper',
    '"helper" is still the key of a role in this file',
  ],
  [
    'a former key of two roles',
    'title: Helper',
    'title: Helper\n    was: junior-gardener',
    'already says that it was "junior-gardener"',
  ],
  ['the wrong choice of rating', 'rate: levels', 'rate: points', '"rate" can only be: levels'],
  [
    'a word for yes',
    'builds_up: true',
    'builds_up: sometimes',
    '"builds_up" must be true or false',
  ],
  [
    'a role without a track among tracks',
    'family: Outdoors',
    'family: Outdoors\n  - { key: selling, name: Selling }\n  - key: more\n    name: More',
    'This role is on none of the 3 tracks',
  ],
  [
    'tracks without names',
    'family: Outdoors',
    'family: Outdoors\n  - key: selling',
    'only a ladder of one track can do without',
  ],
  ['a key in capitals', 'digs: Digs', 'Digs: Digs', '"Digs" cannot be a key'],
  [
    'a field in capitals',
    'title: Helper',
    'Title: Helper',
    '"Title" is not a key that belongs here. Did you mean "title"?',
  ],
  ['an emoji as a key', 'key: trees', 'key: 🌳', '"🌳" cannot be a key'],
  ['text that runs from the right as a key', 'key: trees', 'key: أشجار', 'cannot be a key'],
];

describe('a slip in a ladder file is shown in its line', () => {
  test.each(slips)('for %s', (_, from, to, message) => {
    expect(garden).toContain(from);
    const problems = problemsOf(garden.replace(from, () => to));
    const mine = problems.find((one) => one.includes(message));
    expect(mine, problems.join('\n')).toBeDefined();
    if (/on none|still the key|was "junior/.test(message)) return;
    const first = garden.slice(0, garden.indexOf(from)).split('\n').length;
    expect(Number(mine?.split(':')[1])).toBeGreaterThanOrEqual(first - 1);
    expect(Number(mine?.split(':')[1])).toBeLessThanOrEqual(first + to.split('\n').length);
  });

  test('once with how often, where it is the same all over', () => {
    const roles = Array.from(
      { length: 600 },
      (_, n) => `  - { key: r${n}, title: R${n}, yaers: 3, expectations: { trees: does } }`,
    );
    expect(problemsOf(`${garden}${roles.join('\n')}\n`)).toEqual([
      expect.stringContaining('"roles" has 602 entries; it can have 500 at most. Remove 102.'),
      `x.yaml:${garden.split('\n').length}: "yaers" is not a key that belongs here. Did you mean "years"? (600 times; here is the first.)`,
    ]);
  });

  test('inside a list that is too long, too', () => {
    const many = Array.from({ length: 260 }, (_, n) => `  - { key: c${n}, name: "" }\n`).join('');
    expect(problemsOf(garden.replace('competencies:\n', `competencies:\n${many}`))).toEqual([
      expect.stringContaining('"competencies" has 264 entries; it can have 250 at most'),
      expect.stringContaining('"name" is empty. Fill it in. (260 times; here is the first.)'),
    ]);
  });

  test('where a role asks more than a check-in can hold, with what the track shares', () => {
    const names = Array.from({ length: 41 }, (_, n) => `c${n}`);
    const big = `format: 1\nname: Big\ncompetencies:\n${names.map((key) => `  - { key: ${key}, name: ${key} }\n`).join('')}tracks:\n  - key: t\n    all_roles: { c0: X }\nroles:\n  - key: r\n    title: R\n    expectations:\n${names
      .slice(1)
      .map((key) => `      ${key}: X\n`)
      .join('')}`;
    expect(problemsOf(big)).toEqual([
      expect.stringContaining(
        'This role asks something in 41 competencies; a check-in can have 40 at most.',
      ),
    ]);
  });
});

describe('two roles of one title', () => {
  const twins = (one: string, other: string) => `format: 1
name: Twins
tracks: [{ key: web, name: Web }, { key: apps, name: Apps }]
competencies: [{ key: code, name: Code }]
roles:
  - { key: engineer, title: Engineer, ${one}, expectations: { code: Writes } }
  - { key: engineer-two, title: Engineer, ${other}, expectations: { code: Writes } }
`;

  test.each([
    ['track', 'track: web', 'track: apps'],
    ['level', 'track: web, level: E1', 'track: web, level: E2'],
  ])('are fine where the %s tells them apart', (_, one, other) => {
    expect(problemsOf(twins(one, other))).toEqual([]);
  });

  test('are refused where nothing does', () => {
    expect(problemsOf(twins('track: web, level: E1', 'track: web, level: E1'))).toContain(
      'x.yaml:7: "Engineer" is already the title of "engineer", on the same track and level. Give one of the two another title or level.',
    );
  });
});

describe('two competencies of one name', () => {
  const twins = (one: string, other: string) => `format: 1
name: Twins
competencies:
  - { key: knowledge, name: ${one} }
  - { key: craft-knowledge, name: ${other} }
roles: [{ key: helper, title: Helper, expectations: { knowledge: Reads } }]
`;

  test.each([
    ['Knowledge, group: All', 'Knowledge, group: Crafts'],
    ['🧠 Knowledge, group: All', 'Knowledge, group: Crafts'],
    ['🧠 Knowledge, group: All', '💡 Knowledge, group: Crafts'],
  ])('are fine where the group tells them apart: %s | %s', (one, other) => {
    expect(problemsOf(twins(one, other))).toEqual([]);
  });

  test('are refused where nothing does', () => {
    expect(problemsOf(twins('Knowledge', 'Knowledge')).join()).toContain(
      '"Knowledge" is already the name of "knowledge", in the same group.',
    );
  });
});

describe('a ladder in several files', () => {
  const head = {
    name: 'all.yaml',
    text: 'format: 1\nname: Garden\ncompetencies: [{ key: safety, name: Safety }]\n',
  };
  const family = (name: string, more = '') => ({
    name: `${name}.yaml`,
    text: `format: 1
tracks: [{ key: ${name}, name: The ${name} }]
competencies: [{ key: ${name}-craft, name: Craft of ${name} }]
roles:
  - { key: ${name}-one, title: One of ${name}, expectations: { ${name}-craft: X, safety: Y } }
${more}`,
  });
  const problems = (...files: { name: string; text: string }[]) => {
    const result = parseFrameworkFiles(files);
    return 'problems' in result ? result.problems.map((one) => formatProblem(one.file, one)) : [];
  };

  test('is one, and its roles stand on the track of their file', () => {
    const result = parseFrameworkFiles([family('beds'), head, family('trees')]);
    if ('problems' in result) throw new Error(JSON.stringify(result.problems));
    expect(result.framework.tracks.map(({ key }) => key)).toEqual(['beds', 'trees']);
    expect(result.framework.competencies.map(({ key }) => key)).toEqual([
      ...['safety', 'beds-craft', 'trees-craft'],
    ]);
    expect(result.framework.roles.map(({ track }) => track)).toEqual(['beds', 'trees']);
  });

  test('may ask for what stands in another file, and says its own where it is missing', () => {
    const wrong = '  - { key: two, title: Two, expectations: { treas-craft: X } }\n';
    expect(problems(head, family('beds', wrong), family('trees'))).toEqual([
      'beds.yaml:6: There is no competency "treas-craft" in this file. Did you mean "trees-craft"?',
    ]);
  });

  test('has one head, and says which where there are two or none', () => {
    expect(problems(family('beds'), family('trees')).join('\n')).toContain(
      'beds.yaml:1: None of the files has the head.',
    );
    expect(problems(head, family('beds', 'name: Garden\n'))).toEqual([
      'beds.yaml:6: "name" belongs to the head, which all.yaml has already. Only one of the files has it; move this line there, or take it out of beds.yaml.',
    ]);
  });

  test('says of each file what is wrong with its shape', () => {
    expect(
      problems(
        head,
        { name: 'b.yaml', text: '- a\n' },
        { name: 'c.yaml', text: 'roles: x\ncolour: red\n' },
        family('trees'),
      ),
    ).toEqual([
      expect.stringContaining('b.yaml:1: The file must be a group of'),
      expect.stringContaining('c.yaml:1: Each file of a ladder begins with "format: 1"'),
      expect.stringContaining('c.yaml:1: "roles" must be a list'),
      expect.stringContaining('c.yaml:2: "colour" is not a key that belongs here.'),
    ]);
    expect(problems(head, { name: 'b.yaml', text: '' }, { name: 'c.yaml', text: 'a: "b' })).toEqual(
      [expect.stringContaining('c.yaml:1: ')],
    );
  });
});
