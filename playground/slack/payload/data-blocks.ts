import { z } from 'zod';
import { button, imageElement } from './elements.js';
import { fail } from './options.js';
import { richText } from './rich-text.js';
import { blockId, mrkdwnText, words } from './text.js';

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: words(3000) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: words(100) }),
  richText,
]);

/** For messages only: one a message, rows of equal length. */
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
    const [first, ...others] = context.value.rows;
    for (const [index, row] of others.entries()) {
      if (row.length === first?.length) continue;
      const message = `has ${row.length} cells where the first row has ${first?.length}`;
      fail(context, ['rows', index + 1], message);
    }
  });

const point = z.strictObject({ label: words(50), value: z.number() });
const axisConfig = z.strictObject({
  categories: z.array(words(50)).min(1).optional(),
  x_label: words(50).optional(),
  y_label: words(50).optional(),
});

const lines = z.strictObject({
  type: z.enum(['line', 'bar', 'area']),
  series: z
    .array(z.strictObject({ name: words(50), data: z.array(point).min(1) }))
    .min(1)
    .max(6),
  axis_config: axisConfig.optional(),
});

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label: words(50), value: z.number().positive() }))
    .min(1)
    .max(6),
});

/** For messages only: two a message. Each series has a value for every category. */
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
    const categories = chart.axis_config?.categories;
    const names = new Set<string>();
    for (const [index, series] of chart.series.entries()) {
      const path = ['chart', 'series', index];
      if (names.has(series.name)) fail(context, path, `the name ${series.name} is there twice`);
      names.add(series.name);
      const labels = series.data.map((one) => one.label);
      if (categories && labels.join('\n') !== categories.join('\n')) {
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
    actions: z.array(button).min(1).optional(),
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
