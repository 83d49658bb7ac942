import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatProblem, parseFrameworkFile } from '../../../src/domain/framework/file.js';
import { DEFAULT_SCALE } from '../../../src/domain/framework/file-document.js';

const FILE = 'ladders/business-operations.yaml';
const source = readFileSync(FILE, 'utf8');
const result = parseFrameworkFile(source, FILE);
if ('problems' in result) {
  throw new Error(result.problems.map((problem) => formatProblem(FILE, problem)).join('\n'));
}
const { framework } = result;

const TWO = ['Events', 'Projects'];
const FIVE = [...TWO, 'Interviews', 'Trainings', 'Speaking engagements'];

const rungs = [
  ['associate', 'Business Operations Associate', 'Entry', 0, 1.5, [3, 5, 3, 4, 5], TWO],
  ['manager', 'Business Operations Manager', 'Experienced', 1.5, 3, [5, 4, 3, 7, 8], TWO],
  ['senior', 'Senior Business Operations Manager', 'Senior', 2, 4, [6, 8, 3, 8, 10], FIVE],
  [
    'professional-lead',
    'Business Operations Professional Lead',
    'Professional lead',
    3,
    5,
    [5, 2, 3, 5, 8],
    FIVE,
  ],
  [
    'team-leader',
    'Business Operations Team Leader',
    'Team leader / Expert',
    3,
    5,
    [5, 2, 3, 4, 6],
    FIVE,
  ],
] as const;

describe('the built-in ladder', () => {
  test('has five competencies, in the order in which people go through them', () => {
    expect(framework.competencies.map(({ key, name }) => [key, name])).toEqual([
      ['expertise', 'Professional expertise and business orientation'],
      ['collaboration', 'Collaboration and communication'],
      ['impact', 'Internal impact'],
      ['execution', 'Execution'],
      ['leadership', 'Leadership and culture'],
    ]);
  });

  test('has these roles and no others', () => {
    expect(framework.roles.map(({ key }) => key)).toEqual(rungs.map(([key]) => key));
  });

  test.each(rungs)(
    'describes the role %s in full',
    (key, title, level, from, to, counts, shows) => {
      const role = framework.roles.find((one) => one.key === key);
      expect(role).toMatchObject({ title, level, years: { from, to } });
      expect(role?.expectations.map(({ behaviours }) => behaviours.length)).toEqual(counts);
      expect(role?.expectations.map(({ opportunities }) => opportunities)).toEqual([
        [],
        [],
        shows,
        [],
        [],
      ]);
    },
  );

  test('holds 125 behaviours', () => {
    const all = framework.roles.flatMap(({ expectations }) =>
      expectations.flatMap(({ behaviours }) => behaviours),
    );
    expect(all).toHaveLength(125);
  });

  test('forks after the professional path, into a path with a role and one without', () => {
    expect(framework.tracks).toEqual([
      { key: 'professional', name: 'Professional path', leadsTo: ['ic', 'management'] },
      { key: 'ic', name: 'IC path', leadsTo: [] },
      { key: 'management', name: 'Management path', leadsTo: [] },
    ]);
    const tracks = framework.roles.map(({ track }) => track);
    expect(tracks).toEqual([...Array(4).fill('professional'), 'management']);
  });

  test('names two to four skills wherever a role asks something', () => {
    for (const { expectations } of framework.roles) {
      for (const { skills } of expectations) {
        expect(skills.length).toBeGreaterThanOrEqual(2);
        expect(skills.length).toBeLessThanOrEqual(4);
      }
    }
  });

  test('uses the scale that is used where a file brings none', () => {
    expect(framework.scale).toEqual(DEFAULT_SCALE);
    expect(DEFAULT_SCALE.map(({ key }) => key)).toEqual([
      'not-yet',
      'developing',
      'meeting',
      'exceeding',
      'next-level',
    ]);
  });

  test('tells a newcomer about the two units of the group', () => {
    const points = framework.about?.sections.flatMap((section) => section.points).join('\n');
    expect(points).toMatch(/Strategy:/);
    expect(points).toMatch(/Processes:/);
  });

  test('carries what all rungs share under one key', () => {
    const asked = (competency: string, behaviour: string) =>
      framework.roles
        .filter(({ expectations }) =>
          expectations
            .find((one) => one.competency === competency)
            ?.behaviours.some(({ key }) => key === behaviour),
        )
        .map(({ key }) => key);
    expect(asked('impact', 'achievement')).toHaveLength(5);
    expect(asked('impact', 'teamwork')).toHaveLength(5);
    expect(asked('impact', 'mentorship')).toHaveLength(5);
    expect(asked('leadership', 'growing-through-challenges')).toHaveLength(5);
    expect(asked('leadership', 'self-awareness')).toEqual([
      'manager',
      'senior',
      'professional-lead',
      'team-leader',
    ]);
  });
});

describe('its texts', () => {
  const texts = allTexts(framework);

  test('have no garbled characters', () => {
    // Plain Latin letters, digits and everyday punctuation; what a wrong encoding leaves is neither.
    for (const text of texts) expect(text).toMatch(/^[A-Za-z0-9 .,:;'/()-]*$/);
  });

  test('have no doubled spaces and no doubled words', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/ {2}/);
      expect(text).not.toMatch(/\b(\w+) \1\b/i);
    }
  });

  test('have none of the slips that such texts are known for', () => {
    const slips =
      /practives|efectively|genral|\bdivers\b|proffesional|stratigic|independtly|knowledgable|dialog\b|teammember|his\/her|himself|coming soon/i;
    for (const text of texts) expect(text).not.toMatch(slips);
  });

  test('begin with a capital and are punctuated alike', () => {
    for (const { expectations } of framework.roles) {
      for (const { definition, behaviours } of expectations) {
        expect(definition).toMatch(/^[A-Z][^.]*\.$/);
        for (const { text } of behaviours) expect(text).toMatch(/^[A-Z][^.]*[a-z]$/);
      }
    }
  });
});

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(allTexts);
}
