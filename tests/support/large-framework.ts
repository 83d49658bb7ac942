import { stringify } from 'yaml';
import type { Framework, Role, WrittenExpectation } from '../../src/domain/framework/framework.js';

const TRACKS = 6;
const ROLES_PER_TRACK = 10;
const COMPETENCIES = 40;

/**
 * A framework at the edge of what the format allows: 40 competencies, 60 roles on six tracks, nine
 * rating points, every name as long as it may be, and texts full of characters that Slack escapes.
 * Every twentieth role has five texts of 3,000 characters in each competency, and every twentieth
 * competency has them in each role. The rest is short, so that the whole stays at some 6 MB.
 */
export function largeFramework(): Framework {
  const competencies = numbers(COMPETENCIES).map((number) => ({
    key: longKey('competency', number),
    name: longName('Competency', number),
    aliases: [`c${number}`],
  }));
  return {
    key: 'large',
    name: longName('Large framework', 1),
    about: {
      title: filled('What a very large group does', 150),
      summary: filled('Summary.', 3000),
      sections: numbers(20).map((number) => ({
        title: filled(`Section ${number}`, 150),
        text: filled(`Text ${number}.`, 3000),
        points: numbers(5).map((point) => filled(`Point ${point}.`, 3000)),
      })),
    },
    scale: numbers(9).map((number) => ({
      key: longKey('rating', number),
      label: longName('Rating', number),
      meaning: longName('Meaning', number),
    })),
    tracks: numbers(TRACKS).map((number) => ({
      key: longKey('track', number),
      name: longName('Track', number),
      leadsTo: numbers(TRACKS)
        .filter((other) => other > number)
        .map((other) => longKey('track', other)),
    })),
    competencies,
    roles: numbers(TRACKS * ROLES_PER_TRACK).map((number) =>
      role(
        number,
        competencies.map(({ key }) => key),
      ),
    ),
  };
}

/** The same framework as somebody would write it in a ladder file. */
export function ladderFileOf(framework: Framework): string {
  const { tracks, roles, ...rest } = framework;
  return stringify(
    {
      format: 1,
      ...rest,
      tracks: tracks.map(({ leadsTo, ...track }) => ({ ...track, leads_to: leadsTo })),
      roles: roles.map((role) => ({
        ...role,
        expectations: Object.fromEntries(
          role.expectations.map(({ competency, behaviours, ...expectation }) => [
            competency,
            {
              ...expectation,
              behaviours: Object.fromEntries(behaviours.map(({ key, text }) => [key, text])),
            },
          ]),
        ),
      })),
    },
    { aliasDuplicateObjects: false, lineWidth: 0 },
  );
}

function role(number: number, competencies: string[]): Role {
  return {
    key: longKey('role', number),
    title: longName('Role', number),
    level: longName('Level', number),
    years: { from: number / 2, to: number % 10 === 0 ? null : number / 2 + 2 },
    track: longKey('track', Math.ceil(number / ROLES_PER_TRACK)),
    aliases: [`r${number}`],
    expectations: competencies.map((competency, index) =>
      expectation(competency, number % 20 === 1 || index % 20 === 0, number),
    ),
  };
}

function expectation(competency: string, long: boolean, role: number): WrittenExpectation {
  const length = long ? 3000 : 120;
  return {
    competency,
    definition: filled(`Definition for role ${role}.`, length),
    behaviours: numbers(4).map((number) => ({
      // Two behaviours carry on through the whole ladder, two are new on each rung.
      key: longKey(number <= 2 ? 'behaviour' : `behaviour-of-${role}`, number),
      text: filled(`Behaviour ${number}.`, length),
    })),
    opportunities: numbers(long ? 10 : 2).map((number) => longName('Opportunity', number)),
    skills: numbers(long ? 10 : 2).map((number) => longName('Skill', number)),
    links: numbers(long ? 5 : 0).map((number) => ({
      title: longName('Link', number),
      url: `https://learning.example.com/${competency}/${number}`,
    })),
  };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function longKey(kind: string, number: number): string {
  const start = `${kind}-${number}`;
  return `${start}-${'long-'.repeat(12)}`.slice(0, 60).replace(/-+$/, '').padEnd(60, 'g');
}

function longName(kind: string, number: number): string {
  return filled(`${kind} ${number}`, 75);
}

const FILLING = ' weighs cost & risk <before> choosing *one* way, naïve or not 🌱;';

/** The beginning, filled up to exactly so many characters and never cut within an emoji. */
function filled(beginning: string, length: number): string {
  const repeats = Math.ceil((length - beginning.length) / FILLING.length);
  const cut = (beginning + FILLING.repeat(repeats)).slice(0, length);
  return cut.replace(/[\uD800-\uDBFF]$|\s$/, '.');
}
