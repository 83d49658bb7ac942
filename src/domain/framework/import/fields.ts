import { plain, singular } from '../../text/words.js';
import { headingsByLanguage } from './heading-languages.js';

/** What a column or a row of headings can be. */
export const fields = [
  ...['family', 'track', 'role', 'level', 'years', 'summary', 'aliases', 'order'],
  ...['group', 'competency', 'competency-summary', 'competency-aliases'],
  ...['text', 'definition', 'behaviours', 'examples', 'asked-level'],
  ...['opportunities', 'skills', 'links', 'leave-out'],
] as const;

export type Field = RungField | CompetencyField | ContentField | 'leave-out';
/** What is said of a rung. */
export type RungField =
  | 'family'
  | 'track'
  | 'role'
  | 'level'
  | 'years'
  | 'summary'
  | 'aliases'
  | 'order';
/** What is said of a competency. */
export type CompetencyField = 'group' | 'competency' | 'competency-summary' | 'competency-aliases';
/** What a rung asks in a competency. */
export type ContentField =
  | 'text'
  | 'definition'
  | 'behaviours'
  | 'examples'
  | 'asked-level'
  | 'opportunities'
  | 'skills'
  | 'links';

export const rungFields: readonly RungField[] = [
  ...(['family', 'track', 'role', 'level'] as const),
  ...(['years', 'summary', 'aliases', 'order'] as const),
];
export const competencyFields: readonly CompetencyField[] = [
  'group',
  'competency',
  'competency-summary',
  'competency-aliases',
];
export const contentFields: readonly ContentField[] = [
  ...(['text', 'definition', 'behaviours', 'examples'] as const),
  ...(['asked-level', 'opportunities', 'skills', 'links'] as const),
];

/** The names under which people keep each field, separated by commas. */
const names: Partial<Record<Field, string>> = {
  family:
    'family, job family, role family, department, function, job function, business area, business unit',
  track:
    'track, path, career path, career track, stream, career stream, discipline, profession, job track, ladder, role group',
  role: 'role, job title, title, job, position, role title, role name, job role, job name, rung, post, designation, role rung',
  level:
    'level, grade, seniority, seniority level, band, career level, job level, role level, job grade, tier, step, level code, level name, career stage, stage, ic level',
  years:
    'years, years of experience, year experience, experience, yoe, years in role, typical years, typical experience, time in role, time in level',
  summary:
    'summary, role summary, about the role, about this role, purpose, role purpose, role description, job description, job summary, level description, level summary, about',
  aliases: 'aliases, alias, also known as, aka, other titles, other names, former title, old title',
  order: 'order, rank, ranking, sort, sort order, sequence, position number',
  group:
    'group, category, pillar, competency group, skill group, competency category, skill category, cluster, section, domain, competency area, skill area, theme',
  competency:
    'competency, competence, competencies, skill, dimension, attribute, area, capability, criterion, criteria, topic, skill name, competency name, key area, area of responsibility, responsibility, value, trait, competency skill, practice, focus area, facet, aspect',
  'competency-summary':
    'competency description, skill description, competency summary, skill summary, about the competency, about the skill, competency definition, skill definition, dimension description, area description',
  'competency-aliases': 'competency aliases, skill aliases, other names of the competency',
  text: 'text, expectation, description, requirement, what we expect, statement, descriptor, detail, what is expected, expected, expectation text, what good looks like, what it looks like, looks like, content, level expectation, role expectation',
  definition: 'definition, expectation summary, headline, in short, short description',
  behaviours:
    'behaviour, behavior, indicator, bullet, bullet point, behavioural indicator, behavioral indicator, expected behaviour, expected behavior, example behaviour, example behavior, observable behaviour, observable behavior, criteria text',
  examples:
    'example, for example, eg, e g, evidence example, example of behaviour, example of behavior, sample',
  'asked-level':
    'asked level, expected level, required level, proficiency, proficiency level, expected proficiency, required proficiency, skill level, competency level, target, target level, milestone, maturity, mastery, level required, level expected, level asked, expected milestone',
  opportunities: 'opportunities, opportunity, ways to show it, how to show it, where to show it',
  skills: 'skills to learn, skills needed, learning, what to learn, tools',
  links: 'link, url, resource, reading, learning resource, course, further reading',
  'leave-out':
    'note, comment, remark, owner, last updated, updated, status, id, no, nr, number, column',
};

/** A longer text is no heading that is known. */
const longestHeading = 60;

/** English comes last, so that its meaning wins where languages share a word. */
const known = new Map<string, Field>(
  [...Object.values(headingsByLanguage), names].flatMap((some) =>
    Object.entries(some).flatMap(([field, list]) =>
      list.split(', ').map((name): [string, Field] => [folded(name), field as Field]),
    ),
  ),
);

/** What stands before a heading that is numbered: "1. ", "2) ", "3.1 ". */
const numberBefore = /^[\s*_`#]*\(?\d{1,2}(?:[.):]\s*|(?:\.\d{1,2})+[.):]?\s+)(?=\p{L}|[*_`])/u;
/** What stands after one of several columns of the same kind: "Behaviour 1", "Example (2)". */
const numberAfter = / ?\d{1,2}$/u;
const countable: readonly Field[] = ['behaviours', 'examples', 'links'];

/** Returns a name without the number before it. */
export function withoutNumber(name: string): string {
  return name.replace(numberBefore, '');
}

/** What ladders hold elsewhere, and this one doesn't. */
const unwanted: [RegExp, string][] = [
  [
    /\b(salary|pay|compensation|wage|bonus|equity|remuneration|stock|options grant|gehalt|gehaltsband|salaire|remuneracion|salario|stipendio|loon)\b|зарплата|給与|薪资|연봉|الراتب/,
    'pay has no place in a ladder',
  ],
  [
    /\b(weight|weighting|score|scoring|point|points total|percentage|percent|gewichtung|punkt|poids|peso|puntos)\b/,
    'a ladder has no scores, weights or points',
  ],
];

/** Returns a heading in lower case without accents, punctuation and plural endings. */
export function folded(text: string): string {
  return plain(text).split(' ').map(singular).join(' ');
}

/** Returns the field that a heading names, undefined if it is no known one. */
export function fieldOf(heading: string): Field | undefined {
  if (heading.length > longestHeading) return undefined;
  const name = folded(withoutNumber(heading));
  const field = known.get(name);
  if (field || !numberAfter.test(name)) return field;
  const one = known.get(folded(name.replace(numberAfter, '')));
  // "Expectation 1" and "Expectation 2" are entries of one list.
  if (one === 'text' || one === 'definition') return 'behaviours';
  return countable.some((some) => some === one) ? one : undefined;
}

/** Returns why a column or row with this heading is left out; undefined if it isn't. */
export function reasonToLeaveOut(heading: string): string | undefined {
  if (heading.length > longestHeading) return undefined;
  const name = folded(withoutNumber(heading));
  if (known.has(name) && known.get(name) !== 'leave-out') return undefined;
  const found = unwanted.find(([words]) => words.test(name.normalize('NFC')));
  if (found) return found[1];
  return known.get(name) === 'leave-out' ? 'it is no part of what a role asks' : undefined;
}
