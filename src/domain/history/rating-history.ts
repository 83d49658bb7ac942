import { type BriefSide, sideOf } from '../brief/brief.js';
import type { Competency, RatingPoint } from '../framework/framework.js';
import type { Answer } from '../questionnaire/answers.js';

/** One cycle of somebody's, with what both said about them in it. */
export interface RatedCycle {
  name: string;
  scale: readonly RatingPoint[];
  /** What the person was asked about, in the framework's order. */
  competencies: readonly Pick<Competency, 'key' | 'name'>[];
  /** By competency key. */
  self: ReadonlyMap<string, Answer>;
  /** Undefined as long as the two sides are not revealed. */
  manager: ReadonlyMap<string, Answer> | undefined;
}

/** What both said about one competency, cycle by cycle. */
export interface HistoryLine {
  competency: Pick<Competency, 'key' | 'name'>;
  /** Oldest first; cycles that did not ask about it are left out. */
  entries: { cycle: string; self: BriefSide; manager: BriefSide | undefined }[];
}

/** A chart's numbers: one series a competency, with a value for every cycle. */
export interface RatingChart {
  /** Oldest first, at most twelve. */
  cycles: string[];
  /** Places on the scale, the lowest being 1. */
  series: { competency: Pick<Competency, 'key' | 'name'>; values: number[] }[];
  scale: readonly RatingPoint[];
  /** How many competencies are not in it: not rated in each cycle, or one too many. */
  left: number;
}

/** So many lines a chart holds. */
export const mostSeries = 6;
const mostCycles = 12;

/** Competency by competency, those of the latest cycle first and in its order. Cycles: oldest first. */
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
 * The ratings of one side as lines over the latest cycles that share a scale. "No opportunity yet" is
 * no value, so a competency without a rating in one of them isn't drawn. Of more than six, the six
 * that moved most are. Undefined where there are not two cycles or no line to draw.
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
