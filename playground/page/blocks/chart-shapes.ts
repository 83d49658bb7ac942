/** A labelled value: a point of a line, a bar, a slice. */
export interface Point {
  label: string;
  value: number;
}

export interface Series {
  name: string;
  data: Point[];
}

export interface AxisChart {
  type: 'line' | 'bar' | 'area';
  series: Series[];
  axis_config?: { categories?: string[]; x_label?: string; y_label?: string };
}

export interface PieChart {
  type: 'pie';
  segments: Point[];
}

/** The drawing area inside of a 480 × 220 picture. */
export const area = { left: 44, right: 468, top: 12, bottom: 176 } as const;

/** Maps the values of a chart to coordinates. */
export interface Scale {
  categories: string[];
  ticks: number[];
  x(index: number): number;
  y(value: number): number;
  /** The width of one category. */
  step: number;
}

/** Fits a chart's values into the drawing area, with round numbers on the axis. */
export function scaleOf(chart: AxisChart): Scale {
  const labels = chart.series.flatMap((series) => series.data.map((point) => point.label));
  const categories = chart.axis_config?.categories ?? [...new Set(labels)];
  const values = chart.series.flatMap((series) => series.data.map((point) => point.value));
  const ticks = roundTicks(Math.min(0, ...values), Math.max(0, ...values));
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const step = (area.right - area.left) / Math.max(1, categories.length);
  return {
    categories,
    ticks,
    step,
    x: (index) => area.left + step * (index + 0.5),
    y: (value) => area.bottom - ((value - low) / (high - low || 1)) * (area.bottom - area.top),
  };
}

function roundTicks(low: number, high: number): number[] {
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Returns the path of a slice of the unit circle, from and to as fractions of the whole. */
export function slicePath(from: number, to: number): string {
  const edge = (part: number) => {
    const angle = 2 * Math.PI * part - Math.PI / 2;
    return `${Math.cos(angle).toFixed(4)} ${Math.sin(angle).toFixed(4)}`;
  };
  const end = to - from >= 1 ? from + 0.9999 : to;
  return `M0 0 L${edge(from)} A1 1 0 ${end - from > 0.5 ? 1 : 0} 1 ${edge(end)} Z`;
}
