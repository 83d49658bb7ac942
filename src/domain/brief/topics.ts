import type { RatingPoint } from '../framework/framework.js';
import { type BriefRow, size } from './brief.js';
import type { Standing } from './sides.js';

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

const mostTopics = 3;

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

function isEmpty({ self, manager }: BriefRow): boolean {
  return self.kind === 'none' && manager.kind === 'none';
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
