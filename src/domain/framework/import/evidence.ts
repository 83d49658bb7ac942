import { wordsOf } from '../../text/words.js';
import { withoutNumber } from './fields.js';
import { withoutMarks } from './marks.js';

/** A code such as "L3", "IC 2" or "Engineer III". */
export interface Code {
  prefix: string;
  number: number;
}

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** Returns the code that a name begins or ends with; undefined if it has none. */
export function codeOf(name: string): Code | undefined {
  const text = withoutMarks(name).trim().toLowerCase();
  const number = /^(\p{L}{0,12})[\s.:_-]{0,2}(\d{1,2}(?:\.\d)?)([a-d+]?)(?![\p{L}\p{N}%])/u.exec(
    text,
  );
  if (number) return { prefix: number[1] ?? '', number: Number(number[2]) + part(number[3]) };
  const last = /^(.*?)[\s.:_-]+(\d{1,2}|[ivx]{1,4})$/u.exec(text) ?? /^()([ivx]{1,4})$/u.exec(text);
  if (!last) return undefined;
  const value = /^\d/u.test(last[2] ?? '') ? Number(last[2]) : roman.indexOf(last[2] ?? '') + 1;
  return value > 0 ? { prefix: (last[1] ?? '').trim(), number: value } : undefined;
}

function part(letter: string | undefined): number {
  return letter ? (letter === '+' ? 0.9 : (letter.charCodeAt(0) - 96) / 10) : 0;
}

/** Returns whether a name is nothing but a code. */
export function isCode(name: string): boolean {
  return /^(\p{L}{0,3}|level|lvl|grade|band|tier|step|stage|milestone)[\s.:_-]{0,2}(\d{1,2}(\.\d)?[a-d+]?|[ivx]{1,4})$/iu.test(
    withoutMarks(name).trim(),
  );
}

/** Words of positions, lowest first; those with one number say nothing about each other. */
const positions: Record<string, number> = {
  ...{ manager: 6, supervisor: 6, head: 8, director: 9, partner: 10, president: 12, vp: 11 },
  ...{ svp: 12, evp: 12, chief: 13, ceo: 14, cto: 13, coo: 13, cfo: 13 },
};
const seniorities: Record<string, number> = {
  ...{ intern: 0, trainee: 0, apprentice: 0, student: 0, junior: 1, graduate: 1, entry: 1 },
  ...{ assistant: 1, associate: 2, mid: 3, intermediate: 3, regular: 3, medior: 3 },
  ...{ senior: 4, lead: 5, leader: 5, staff: 5, principal: 6, distinguished: 7, fellow: 8 },
};
const usual = 3;

/** How high a title says that it is; undefined if none of its words say so. */
export function seniorityOf(title: string): number | undefined {
  const words = wordsOf(title);
  const position = Math.max(...words.map((word) => number(positions, word)));
  const seniority = Math.max(...words.map((word) => number(seniorities, word)));
  if (position >= 0) return position + (seniority >= 0 ? (seniority - usual) / 10 : 0);
  return seniority >= 0 ? seniority : undefined;
}

function number(table: Record<string, number>, word: string): number {
  return Object.hasOwn(table, word) ? (table[word] ?? -1) : -1;
}

/** Returns the words of a title that don't say how high it is. */
export function craftOf(title: string): string {
  return wordsOf(title)
    .filter((word) => number(positions, word) < 0 && number(seniorities, word) < 0)
    .filter((word) => !/^(\d+|[ivx]{1,4}|level)$/u.test(word))
    .join(' ');
}

/** Returns the seniority of a title that has no word for it beside titles that have. */
export const usualSeniority = usual;

/** Words for how well somebody can do something, lowest first. */
const proficiencies: [number, string][] = [
  [0, 'none no unaware'],
  [
    1,
    'awareness aware basic beginner novice foundation foundational entry learning learner limited ' +
      'grundlagen grundkenntnisse anfanger einsteiger debutant principiante iniciante notions',
  ],
  [
    2,
    'working intermediate developing competent applying doing solid ' +
      'fortgeschritten fortgeschrittene intermediaire intermedio intermediario',
  ],
  [3, 'practitioner proficient advanced skilled leading strong avance confirme avanzado avancado'],
  [4, 'expert master mastery authority world experte expertin experto especialista'],
];
const proficiency = new Map(
  proficiencies.flatMap(([height, words]) =>
    words.split(' ').map((word): [string, number] => [word, height]),
  ),
);

/** How high a name of a competency's level says that it is; undefined if it doesn't. */
export function proficiencyOf(name: string): number | undefined {
  const heights = wordsOf(name).flatMap((word) => proficiency.get(word) ?? []);
  return heights.length === 1 ? heights[0] : undefined;
}

/** Returns whether a name looks like a rung of a ladder; a number before it is none of its own. */
export function resemblesRung(written: string): boolean {
  const name = withoutNumber(withoutMarks(written));
  return (
    name.length <= 75 &&
    (isCode(name) || codeOf(name) !== undefined || seniorityOf(name) !== undefined)
  );
}
