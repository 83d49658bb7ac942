import { type BriefSide, sideOf } from '../brief/brief.js';
import type { Competency, RatingPoint } from '../framework/framework.js';
import type { Answer } from '../questionnaire/answers.js';

/** One cycle of a person, with both sides' answers. */
export interface RatedCycle {
  name: string;
  scale: readonly RatingPoint[];
  /** What the person was asked about, in the framework's order. */
  competencies: readonly Pick<Competency, 'key' | 'name'>[];
  /** By competency key. */
  self: ReadonlyMap<string, Answer>;
  /** Undefined until both sides are revealed. */
  manager: ReadonlyMap<string, Answer> | undefined;
}

/** Both sides' ratings of one competency, cycle by cycle. */
export interface HistoryLine {
  competency: Pick<Competency, 'key' | 'name'>;
  /** Oldest first, without the cycles that did not ask about it. */
  entries: { cycle: string; self: BriefSide; manager: BriefSide | undefined }[];
}

/** The data of a chart: one series for each competency, with a value for every cycle. */
export interface RatingChart {
  /** Oldest first, at most twelve. */
  cycles: string[];
  /** Positions on the scale, the lowest being 1. */
  series: { competency: Pick<Competency, 'key' | 'name'>; values: number[] }[];
  scale: readonly RatingPoint[];
  /** How many competencies are left out: not rated in each cycle, or beyond the limit. */
  left: number;
}

/** The most lines of a chart. */
export const mostSeries = 6;
const mostCycles = 12;

/**
 * Returns a line for each competency, first those of the latest cycle in its order. `cycles` are
 * ordered oldest first.
 */
export function historyLines(cycles: readonly RatedCycle[]): HistoryLine[] {
  const names = new Map<string, Pick<Competency, 'key' | 'name'>>();
  for (const cycle of cycles.toReversed()) {
    for (const one of cycle.competencies) if (!names.has(one.key)) names.set(one.key, one);
  }
  return [...names.values()].map((competency) => ({
    competency,
    entries: cycles.flatMap(({ name, scale, competencies, self, manager }) => {
      if (!competencies.some(({ key }) => key === competency.key)) return [];
      const side = sideOf(self.get(competency.key), scale);
      const other = manager && sideOf(manager.get(competency.key), scale);
      return [{ cycle: name, self: side, manager: other }];
    }),
  }));
}

/**
 * Returns the ratings of one side as lines over the latest cycles that share a scale. "No
 * opportunity yet" has no value, so a competency without a rating in one of the cycles is left out.
 * Of more than six competencies, the six that changed most are kept. Undefined with fewer than two
 * cycles or no line.
 */
export function ratingChart(
  cycles: readonly RatedCycle[],
  side: 'self' | 'manager',
): RatingChart | undefined {
  const known = cycles.filter((cycle) => cycle[side] !== undefined);
  const latest = known.at(-1);
  if (!latest) return undefined;
  const differs = known.findLastIndex(({ scale }) => !sameScale(scale, latest.scale));
  const drawn = known.slice(differs + 1).slice(-mostCycles);
  if (drawn.length < 2) return undefined;
  const all = latest.competencies.map((competency) => ({
    competency,
    values: drawn.flatMap((cycle) => {
      const said = sideOf(cycle[side]?.get(competency.key), cycle.scale);
      return said.kind === 'rating' ? [said.point + 1] : [];
    }),
  }));
  const series = mostRescheduled(all.filter(({ values }) => values.length === drawn.length));
  if (series.length === 0) return undefined;
  return {
    cycles: drawn.map(({ name }) => name),
    series,
    scale: latest.scale,
    left: all.length - series.length,
  };
}

function mostRescheduled(series: RatingChart['series']): RatingChart['series'] {
  const moved = ({ values }: { values: number[] }) => Math.max(...values) - Math.min(...values);
  const chosen = new Set([...series].sort((a, b) => moved(b) - moved(a)).slice(0, mostSeries));
  return series.filter((one) => chosen.has(one));
}

function sameScale(one: readonly RatingPoint[], other: readonly RatingPoint[]): boolean {
  return one.length === other.length && one.every(({ key }, nth) => key === other[nth]?.key);
}
