import { type BriefSide, sideOf } from '../brief/sides.js';
import type { Competency, RatingPoint } from '../framework/framework.js';
import type { Answer } from '../questionnaire/answers.js';

/** One cycle of a person, with both sides' answers. */
export interface RatedCycle {
  name: string;
  scale: readonly RatingPoint[];
  /** The scales of competencies that were rated by their own levels, by competency key. */
  scales?: ReadonlyMap<string, readonly RatingPoint[]> | undefined;
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

/** Both sides' ratings of each competency in each cycle. */
export interface HistoryTable {
  /** Oldest first. */
  cycles: string[];
  /** A cell is undefined where the cycle did not ask about the competency. */
  rows: {
    competency: Pick<Competency, 'key' | 'name'>;
    cells: ({ self: BriefSide; manager: BriefSide | undefined } | undefined)[];
  }[];
}

/** The data of a chart: one series for each competency, with a value or a gap for every cycle. */
export interface RatingChart {
  /** Oldest first, at most six. */
  cycles: string[];
  /** Positions on the scale, the lowest being 1; undefined where there is no rating. */
  series: { competency: Pick<Competency, 'key' | 'name'>; values: (number | undefined)[] }[];
  scale: readonly RatingPoint[];
  /** How many competencies are left out: never rated, or beyond the limit. */
  left: number;
}

/** Of more competencies and cycles than these, a reader couldn't tell the bars apart. */
export const mostSeries = 6;
const mostCycles = 6;

/**
 * Returns a line for each competency, first those of the latest cycle in its order. `cycles` are
 * ordered oldest first.
 */
export function historyLines(cycles: readonly RatedCycle[]): HistoryLine[] {
  const { cycles: names, rows } = historyTable(cycles);
  return rows.map(({ competency, cells }) => ({
    competency,
    entries: cells.flatMap((cell, nth) => (cell ? [{ cycle: names[nth] ?? '', ...cell }] : [])),
  }));
}

/** The same with a cell for every cycle. */
export function historyTable(cycles: readonly RatedCycle[]): HistoryTable {
  const names = new Map<string, Pick<Competency, 'key' | 'name'>>();
  for (const cycle of cycles.toReversed()) {
    for (const one of cycle.competencies) if (!names.has(one.key)) names.set(one.key, one);
  }
  const rows = [...names.values()].map((competency) => ({
    competency,
    cells: cycles.map(({ scales, competencies, self, manager, ...cycle }) => {
      const scale = scales?.get(competency.key) ?? cycle.scale;
      if (!competencies.some(({ key }) => key === competency.key)) return undefined;
      const other = manager && sideOf(manager.get(competency.key), scale);
      return { self: sideOf(self.get(competency.key), scale), manager: other };
    }),
  }));
  return { cycles: cycles.map(({ name }) => name), rows };
}

/**
 * Returns the ratings of one side over the latest cycles that share a scale. "No opportunity yet" is a
 * gap; a competency without any rating is left out. Of more than six competencies, the six that
 * changed most are kept. Competencies with a scale of their own have no place on the chart's.
 * Undefined with fewer than two cycles that have ratings.
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
  const comparable = latest.competencies.filter(
    ({ key }) => !drawn.some(({ scales }) => scales?.has(key)),
  );
  const all = comparable.map((competency) => ({
    competency,
    values: drawn.map((cycle) => {
      const said = sideOf(cycle[side]?.get(competency.key), cycle.scale);
      return said.kind === 'rating' ? said.point + 1 : undefined;
    }),
  }));
  const rated = all.filter(({ values }) => values.some((value) => value !== undefined));
  const cyclesRated = drawn.filter((_, at) => rated.some(({ values }) => values[at] !== undefined));
  if (cyclesRated.length < 2) return undefined;
  const series = mostChanged(rated);
  return {
    cycles: drawn.map(({ name }) => name),
    series,
    scale: latest.scale,
    left: all.length - series.length,
  };
}

function mostChanged(series: RatingChart['series']): RatingChart['series'] {
  const moved = ({ values }: RatingChart['series'][number]) => {
    const rated = values.filter((value) => value !== undefined);
    return Math.max(...rated) - Math.min(...rated);
  };
  const chosen = new Set([...series].sort((a, b) => moved(b) - moved(a)).slice(0, mostSeries));
  return series.filter((one) => chosen.has(one));
}

function sameScale(one: readonly RatingPoint[], other: readonly RatingPoint[]): boolean {
  return one.length === other.length && one.every(({ key }, nth) => key === other[nth]?.key);
}
