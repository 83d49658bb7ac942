import { z } from 'zod';
import { isFields } from '../state/types.js';
import { button, imageElement } from './elements.js';
import { fail } from './options.js';
import { richText } from './rich-text.js';
import { blockId, mrkdwnText, words } from './text.js';

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: words(3000) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: words(100) }),
  richText,
]);

const mostTableCharacters = 10_000;

/** Returns the number of a cell's visible characters. */
function cellLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + cellLength(one), 0);
  if (!isFields(value)) return 0;
  return (typeof value.text === 'string' ? value.text.length : 0) + cellLength(value.elements);
}

/** For messages only: one for each message, with rows of equal length. */
export const tableBlock = z
  .strictObject({
    type: z.literal('table'),
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(
        z
          .strictObject({
            align: z.enum(['left', 'center', 'right']).optional(),
            is_wrapped: z.boolean().optional(),
          })
          .nullable(),
      )
      .max(20)
      .optional(),
    ...blockId,
  })
  .check((context) => {
    const length = cellLength(context.value.rows);
    if (length > mostTableCharacters) {
      fail(context, ['rows'], `longer than ${mostTableCharacters} in all (${length})`);
    }
    const [first, ...others] = context.value.rows;
    for (const [index, row] of others.entries()) {
      if (row.length === first?.length) continue;
      const message = `has ${row.length} cells where the first row has ${first?.length}`;
      fail(context, ['rows', index + 1], message);
    }
  });

const label = words(20);
const point = z.strictObject({ label, value: z.number() });
const axisConfig = z.strictObject({
  categories: z.array(label).min(1).max(20),
  x_label: words(50).optional(),
  y_label: words(50).optional(),
});

const lines = z.strictObject({
  type: z.enum(['line', 'bar', 'area']),
  series: z
    .array(z.strictObject({ name: label, data: z.array(point).min(1).max(20) }))
    .min(1)
    .max(6),
  axis_config: axisConfig,
});

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label, value: z.number().positive() }))
    .min(1)
    .max(6),
});

/** For messages only: two for each message. Each series has a value for every category. */
export const dataVisualizationBlock = z
  .strictObject({
    type: z.literal('data_visualization'),
    title: words(50),
    chart: z.discriminatedUnion('type', [lines, pie]),
    ...blockId,
  })
  .check((context) => {
    const { chart } = context.value;
    if (chart.type === 'pie') return;
    const categories = chart.axis_config.categories;
    const names = new Set<string>();
    for (const [index, series] of chart.series.entries()) {
      const path = ['chart', 'series', index];
      if (names.has(series.name)) fail(context, path, `the name ${series.name} is there twice`);
      names.add(series.name);
      const labels = series.data.map((one) => one.label);
      if (labels.join('\n') !== categories.join('\n')) {
        fail(context, [...path, 'data'], 'its labels must be the categories, in their order');
      }
    }
  });

/** For messages: not shown in modals. */
export const cardBlock = z
  .strictObject({
    type: z.literal('card'),
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: mrkdwnText(150).optional(),
    subtitle: mrkdwnText(150).optional(),
    body: mrkdwnText(200).optional(),
    actions: z.array(button).min(1).max(3).optional(),
    ...blockId,
  })
  .check((context) => {
    const { hero_image, title, body, actions } = context.value;
    if (!hero_image && !title && !body && !actions) fail(context, [], 'says nothing');
  });

export const markdownBlock = z.strictObject({
  type: z.literal('markdown'),
  text: words(12_000),
  ...blockId,
});
