import type { Competency, Framework, RatingPoint } from '../framework/framework.js';
import { type Answer, choiceLabel, textOf } from '../questionnaire/answers.js';
import type { CheckInPage } from '../questionnaire/pages.js';
import { type Sheet, sheetsOf } from '../questionnaire/sheets.js';
import { isBlank, unlessBlank } from '../text/text.js';

/** The answer of one of the two people about a competency. */
export type BriefSide =
  /** `point` counts from 0, the scale's lowest. */
  | { kind: 'rating'; point: number; label: string; text: string }
  | { kind: 'no_opportunity'; label: string; text: string }
  /** No rating of this scale: only where the two answered different questions. */
  | { kind: 'none'; label: string; text: string };

/** How the two answers about a competency compare. */
type Standing =
  | 'no_opportunity'
  | 'self_higher'
  | 'manager_higher'
  | 'alike'
  /** At most one of the two has a rating. */
  | 'one_sided';

/** One competency in a brief. */
export interface BriefRow {
  competency: Pick<Competency, 'key' | 'name'>;
  self: BriefSide;
  manager: BriefSide;
  standing: Standing;
  /**
   * How many points of the scale the report's rating is above the manager's, negative if below;
   * undefined if they can't be compared.
   */
  gap: number | undefined;
  /** The name of the sheet whose competencies share the texts; undefined where the texts are its own. */
  sheet?: string | undefined;
  /** How many points its own scale has; undefined where it is rated on the framework's. */
  points?: number | undefined;
}

/** Why a competency is among the first topics: it selects the prompt's question. */
type TopicKind =
  | Exclude<Standing, 'alike'>
  /** Both ratings are in the upper half of the scale, in its lower half, or in its middle. */
  | 'alike_strong'
  | 'alike_low'
  | 'alike_middle';

export interface Topic {
  kind: TopicKind;
  row: BriefRow;
}

export interface BriefInput {
  framework: Pick<Framework, 'competencies' | 'scale'>;
  /** The competency pages that both answered. */
  pages: readonly CheckInPage[];
  /** By competency key. */
  self: ReadonlyMap<string, Answer>;
  manager: ReadonlyMap<string, Answer>;
}

export const growthSentence = 'This is about growth. It is no pay or promotion decision.';

const mostTopics = 3;

/**
 * Returns one row for each competency, in the order in which to talk about them: "No opportunity
 * yet" first, then the biggest gaps, then what both rate alike; otherwise in the framework's order.
 * A competency with an answer from either of the two is never left out.
 */
export function briefRows({ framework, pages, self, manager }: BriefInput): BriefRow[] {
  const asked = new Set(pages.map(({ competency }) => competency.key));
  const own = new Map(pages.map(({ competency, scale }) => [competency.key, scale]));
  const shared = new Map(
    sheetsOf(pages)
      .filter((sheet) => sheet.pages.length > 1 && sharesText(sheet, [self, manager]))
      .flatMap((sheet) => sheet.pages.map(({ competency }) => [competency.key, sheet] as const)),
  );
  return framework.competencies
    .filter(({ key }) => asked.has(key) || self.has(key) || manager.has(key))
    .map(({ key, name }) => {
      const scale = own.get(key);
      const sheet = shared.get(key);
      const side = (answers: ReadonlyMap<string, Answer>) => {
        const { text, ...rated } = sideOf(answers.get(key), scale ?? framework.scale);
        return { ...rated, text: sheet ? textOf(sheet, answers) : text };
      };
      const sides = { self: side(self), manager: side(manager) };
      const compared = compare(sides.self, sides.manager);
      return {
        competency: { key, name },
        ...sides,
        ...compared,
        ...(sheet && { sheet: sheet.name }),
        ...(scale && { points: scale.length }),
      };
    })
    .sort((one, other) => rank(one) - rank(other) || size(other) - size(one));
}

/** Whether nobody wrote about a single competency of the sheet, but for the first, which has the text of all. */
function sharesText({ pages }: Sheet, sides: ReadonlyMap<string, Answer>[]): boolean {
  const others = pages.slice(1).map(({ competency }) => competency.key);
  return sides.every((answers) => others.every((key) => isBlank(answers.get(key)?.text ?? '')));
}

/**
 * Returns the strength that both see, to be read first: the highest of what both rate alike in the
 * upper half of the scale, else the row in whose upper half both are although they differ.
 * Undefined where there is none.
 */
export function strengthOf(
  rows: readonly BriefRow[],
  scale: readonly RatingPoint[],
): BriefRow | undefined {
  const [strongest] = rows
    .filter((row) => row.gap !== undefined && lowerPoint(row) > middleOf(row, scale.length))
    .sort((one, other) => size(one) - size(other) || lowerPoint(other) - lowerPoint(one));
  return strongest;
}

/**
 * Returns at most three topics to talk about first: a missing opportunity before all, then the
 * biggest differences. Where the two see everything alike, the weakest and one more instead.
 */
export function topicsOf(rows: readonly BriefRow[], scale: readonly RatingPoint[]): Topic[] {
  const strength = strengthOf(rows, scale);
  const others = rows.filter((row) => row !== strength && !isEmpty(row));
  const open = others.filter(({ standing }) => standing !== 'alike').slice(0, mostTopics);
  const [weakest, ...alike] = others.sort((one, other) => lowerPoint(one) - lowerPoint(other));
  const [next] = alike.reverse();
  const topics = open.length > 0 ? open : [weakest, next].filter((row) => row !== undefined);
  return topics.map((row) => ({ kind: kindOf(row, scale.length), row }));
}

/** Translates an answer into a point of the scale. */
export function sideOf(answer: Answer | undefined, scale: readonly RatingPoint[]): BriefSide {
  const text = unlessBlank(answer?.text ?? '');
  const choice = answer?.choice;
  const label = choiceLabel(choice, scale);
  if (label === undefined || !choice) return { kind: 'none', label: 'No rating', text };
  if (choice.kind === 'no_opportunity') return { kind: 'no_opportunity', label, text };
  return { kind: 'rating', point: scale.findIndex(({ key }) => key === choice.key), label, text };
}

function compare(self: BriefSide, manager: BriefSide): Pick<BriefRow, 'standing' | 'gap'> {
  if (self.kind === 'no_opportunity' || manager.kind === 'no_opportunity') {
    return { standing: 'no_opportunity', gap: undefined };
  }
  if (self.kind === 'none' || manager.kind === 'none') {
    return { standing: 'one_sided', gap: undefined };
  }
  const gap = self.point - manager.point;
  if (gap === 0) return { standing: 'alike', gap };
  return { standing: gap > 0 ? 'self_higher' : 'manager_higher', gap };
}

function isEmpty({ self, manager }: BriefRow): boolean {
  return self.kind === 'none' && manager.kind === 'none';
}

function rank({ standing }: BriefRow): number {
  return { no_opportunity: 0, self_higher: 1, manager_higher: 1, one_sided: 2, alike: 3 }[standing];
}

function size({ gap = 0 }: BriefRow): number {
  return Math.abs(gap);
}

/** The lower of the two ratings; 0 where one is missing. */
function lowerPoint({ self, manager }: BriefRow): number {
  if (self.kind !== 'rating' || manager.kind !== 'rating') return 0;
  return Math.min(self.point, manager.point);
}

/** The middle of the scale that the row is rated on, whose points count from 0. */
function middleOf(row: BriefRow, points: number): number {
  return ((row.points ?? points) - 1) / 2;
}

function kindOf(row: BriefRow, points: number): TopicKind {
  if (row.standing !== 'alike') return row.standing;
  const middle = middleOf(row, points);
  if (lowerPoint(row) > middle) return 'alike_strong';
  return lowerPoint(row) < middle ? 'alike_low' : 'alike_middle';
}
