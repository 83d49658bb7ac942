import {
  type AxisChart,
  area,
  type PieChart,
  type Scale,
  scaleOf,
  slicePath,
} from './chart-shapes.js';
import { as, type BlockProps } from './shapes.js';

/** `data_visualization`: a small picture, and the same numbers as a table for screen readers. */
export function Chart({ block }: BlockProps) {
  const { title, chart } = as<{ title?: string; chart: AxisChart | PieChart }>(block);
  const names = chart.type === 'pie' ? chart.segments.map((one) => one.label) : seriesNames(chart);
  return (
    <figure class="block block-chart">
      {title && <figcaption class="chart-title">{title}</figcaption>}
      <svg class="chart" viewBox="0 0 480 220" aria-hidden="true">
        {chart.type === 'pie' ? <Pie chart={chart} /> : <Axes chart={chart} />}
      </svg>
      <ul class="chart-legend" aria-hidden="true">
        {names.map((name, index) => (
          <li key={name} class={`tone tone-${index % 6}`}>
            {name}
          </li>
        ))}
      </ul>
      {/* A table would not shrink to nothing by itself. */}
      <div class="unseen">
        <NumbersTable chart={chart} title={title ?? 'Chart'} />
      </div>
    </figure>
  );
}

function seriesNames(chart: AxisChart): string[] {
  return chart.series.map((series) => series.name);
}

function Pie({ chart }: { chart: PieChart }) {
  const total = chart.segments.reduce((sum, segment) => sum + segment.value, 0) || 1;
  let from = 0;
  return (
    <g transform="translate(240 106) scale(94)">
      {chart.segments.map((segment, index) => {
        const to = from + segment.value / total;
        const path = slicePath(from, to);
        from = to;
        return <path key={segment.label} d={path} class={`slice tone-${index % 6}`} />;
      })}
    </g>
  );
}

function Axes({ chart }: { chart: AxisChart }) {
  const scale = scaleOf(chart);
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line class="grid" x1={area.left} x2={area.right} y1={scale.y(tick)} y2={scale.y(tick)} />
          <text class="axis" x={area.left - 8} y={scale.y(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {scale.categories.map((category, index) => (
        <text
          key={category}
          class="axis"
          x={scale.x(index)}
          y={area.bottom + 18}
          text-anchor="middle"
        >
          {category}
        </text>
      ))}
      <text class="axis axis--name" x={(area.left + area.right) / 2} y={214} text-anchor="middle">
        {chart.axis_config?.x_label}
      </text>
      {chart.type === 'bar' ? (
        <Bars chart={chart} scale={scale} />
      ) : (
        <Lines chart={chart} scale={scale} />
      )}
    </>
  );
}

function Bars({ chart, scale }: { chart: AxisChart; scale: Scale }) {
  const width = (scale.step * 0.7) / chart.series.length;
  return (
    <>
      {chart.series.flatMap((series, order) =>
        series.data
          .filter(({ value }) => value !== 0)
          .map((point) => {
            const start = scale.x(scale.categories.indexOf(point.label)) - scale.step * 0.35;
            const [top, bottom] = [
              scale.y(Math.max(0, point.value)),
              scale.y(Math.min(0, point.value)),
            ];
            return (
              <rect
                key={`${series.name}/${point.label}`}
                class={`bar tone-${order % 6}`}
                x={start + order * width}
                y={top}
                width={Math.max(1, width - 2)}
                height={Math.max(1, bottom - top)}
                rx="2"
              />
            );
          }),
      )}
    </>
  );
}

function Lines({ chart, scale }: { chart: AxisChart; scale: Scale }) {
  return (
    <>
      {chart.series.map((series, order) => {
        const points = series.data.map(
          (point) =>
            [scale.x(scale.categories.indexOf(point.label)), scale.y(point.value)] as const,
        );
        const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' L');
        const floor = `${points.at(-1)?.[0]},${scale.y(0)} L${points[0]?.[0]},${scale.y(0)}`;
        return (
          <g key={series.name} class={`tone-${order % 6}`}>
            {chart.type === 'area' && <path class="area" d={`M${path} L${floor} Z`} />}
            <path class="line" d={`M${path}`} />
            {points.map(([x, y]) => (
              <circle key={x} class="dot" cx={x} cy={y} r="4" />
            ))}
          </g>
        );
      })}
    </>
  );
}

function NumbersTable({ chart, title }: { chart: AxisChart | PieChart; title: string }) {
  const series = chart.type === 'pie' ? [{ name: 'Value', data: chart.segments }] : chart.series;
  return (
    <table>
      <caption>{title}</caption>
      <tbody>
        {series.flatMap((one) =>
          one.data.map((point) => (
            <tr key={`${one.name}/${point.label}`}>
              <th scope="row">{`${one.name}, ${point.label}`}</th>
              <td>{point.value}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
