import type { RatingChart } from '../../domain/history/rating-history.js';
import type { KnownBlock } from '../ui/blocks.js';

const longestTitle = 50;
const longestLabel = 20;

/** Slack's chart of bars, which its own types don't know yet. */
interface ChartBlock {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; x_label: string; y_label: string };
  };
}

/**
 * Ratings over cycles as bars side by side: equal ones don't hide each other, and the lowest point of
 * the scale is one bar high. Slack's charts take no series without a value for every cycle, so a cycle
 * without a rating is a zero, which draws no bar. For messages alone, at most two in one. Title: at
 * most 50 characters.
 */
export function chartBlock(title: string, { cycles, series, scale }: RatingChart): KnownBlock {
  const categories = labels(cycles);
  const names = labels(series.map(({ competency }) => competency.name));
  const block: ChartBlock = {
    type: 'data_visualization',
    title: title.length <= longestTitle ? title : 'Ratings over the cycles',
    chart: {
      type: 'bar',
      series: series.map(({ values }, nth) => ({
        name: names[nth] ?? '',
        data: categories.map((label, at) => ({ label, value: values[at] ?? 0 })),
      })),
      axis_config: {
        categories,
        x_label: 'Cycle',
        y_label: `Place on the scale, 1 to ${scale.length}; no bar: no rating`,
      },
    },
  };
  return block as unknown as KnownBlock;
}

/**
 * Names short enough for a chart, each another one: whole words, and a number where two would match.
 * @internal
 */
export function labels(names: readonly string[]): string[] {
  const short = names.map((name) => shortened(name, longestLabel));
  return short.map((label, nth) => {
    const twins = short.filter((other) => other === label).length;
    return twins > 1 || label === '…' ? numbered(names[nth] ?? '', nth + 1) : label;
  });
}

function numbered(name: string, number: number): string {
  const start = `${number} `;
  return `${start}${shortened(name, longestLabel - start.length)}`;
}

function shortened(name: string, limit: number): string {
  if (name.length <= limit) return name;
  let kept = '';
  for (const word of name.split(/\s+/)) {
    const longer = kept ? `${kept} ${word}` : word;
    if (longer.length > limit - 1) break;
    kept = longer;
  }
  return `${kept}…`;
}
