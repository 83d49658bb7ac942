import { expect, test } from 'vitest';
import type { Surface } from '../../playground/slack/payload/index.js';
import { checkPayload } from '../../playground/slack/payload/index.js';
import {
  alert,
  button,
  chart,
  inBlock,
  inputBlock,
  line,
  modalWith,
  option,
  pie,
  plain,
  raw,
  richText,
  select,
  table,
} from './payload-samples.js';

const refused: [string, Surface, unknown, string][] = [
  ['an alert in a message', 'message', inBlock(alert), 'not allowed here: "alert"'],
  ['a table in a modal', 'modal', modalWith([table([[raw('x')]])]), 'not allowed here: "table"'],
  ['a table on Home', 'home', inBlock(table([[raw('x')]]), 'home'), 'not allowed here: "table"'],
  [
    'a chart in a modal',
    'modal',
    modalWith([chart(pie)]),
    'not allowed here: "data_visualization"',
  ],
  [
    'a number input in a message',
    'message',
    inBlock(inputBlock({ type: 'number_input', is_decimal_allowed: false })),
    'not allowed here: "number_input"',
  ],
  [
    'a date and time picker on Home',
    'home',
    inBlock({ type: 'actions', elements: [{ type: 'datetimepicker' }] }, 'home'),
    'not allowed here: "datetimepicker"',
  ],
  [
    'an input without a submit button',
    'modal',
    modalWith([inputBlock({ type: 'plain_text_input' })], { submit: undefined }),
    'submit: required',
  ],
  [
    'a block_id twice',
    'message',
    { text: 'x', blocks: [1, 2].map(() => ({ type: 'divider', block_id: 'a' })) },
    'blocks[1].block_id: a is there twice',
  ],
  [
    'an action_id twice in a block',
    'message',
    inBlock({
      type: 'actions',
      elements: ['A', 'B'].map((text) => button(text, { action_id: 'go' })),
    }),
    'blocks[0]: the action_id go is there twice',
  ],
  [
    'two options of one value',
    'message',
    inBlock({ type: 'actions', elements: [select({ options: [option('a'), option('a')] })] }),
    'the value a is there twice',
  ],
  [
    'an initial option that is not on offer',
    'message',
    inBlock({
      type: 'actions',
      elements: [select({ options: [option('a')], initial_option: option('b') })],
    }),
    'initial_option: must be one of the options',
  ],
  [
    'an initial option of another text',
    'message',
    inBlock({
      type: 'actions',
      elements: [
        select({ options: [option('a')], initial_option: { text: plain('A!'), value: 'a' } }),
      ],
    }),
    'initial_option: must be one of the options',
  ],
  [
    'options and groups at once',
    'message',
    inBlock({
      type: 'actions',
      elements: [
        select({
          options: [option('a')],
          option_groups: [{ label: plain('G'), options: [option('b')] }],
        }),
      ],
    }),
    'needs either options or option_groups',
  ],
  [
    'a select without options',
    'message',
    inBlock({ type: 'actions', elements: [select({ options: [] })] }),
    'options: fewer than 1 (0)',
  ],
  [
    'a date that does not exist',
    'message',
    inBlock({ type: 'actions', elements: [{ type: 'datepicker', initial_date: '2027-02-30' }] }),
    'initial_date',
  ],
  [
    'two focused inputs',
    'modal',
    modalWith(
      ['a', 'b'].map((id) =>
        inputBlock({ type: 'plain_text_input', focus_on_load: true }, { block_id: id }),
      ),
    ),
    'focus_on_load is set 2 times',
  ],
  ['an empty rich text', 'message', inBlock(richText('')), 'elements[0].text: empty'],
  [
    'a list in a list item',
    'message',
    inBlock({
      type: 'rich_text',
      elements: [
        { type: 'rich_text_list', style: 'bullet', elements: [{ type: 'rich_text_list' }] },
      ],
    }),
    'blocks[0].elements[0].elements[0].type',
  ],
  ['an empty cell', 'message', inBlock(table([[raw('')]])), 'rows[0][0].text: empty'],
  [
    'rows of unequal length',
    'message',
    inBlock(table([[raw('a'), raw('b')], [raw('c')]])),
    'rows[1]: has 1 cells where the first row has 2',
  ],
  [
    'a table of more than 10,000 characters',
    'message',
    inBlock(table(Array.from({ length: 11 }, () => [raw('x'.repeat(1000))]))),
    'longer than 10000 in all (11000)',
  ],
  [
    'twenty-one columns',
    'message',
    inBlock(table([Array.from({ length: 21 }, () => raw('x'))])),
    'rows[0]: more than 20 (21)',
  ],
  [
    'two tables',
    'message',
    { text: 'x', blocks: [table([[raw('x')]]), table([[raw('y')]])] },
    '2 table blocks, at most 1 a message',
  ],
  [
    'three charts',
    'message',
    { text: 'x', blocks: [chart(pie), chart(pie), chart(pie)] },
    '3 data_visualization blocks, at most 2 a message',
  ],
  [
    'a series that misses a category',
    'message',
    inBlock(chart(line(['Q1'], ['Q1', 'Q2']))),
    'its labels must be the categories',
  ],
  ['too many options for an external select', 'options', { options: many(101) }, 'more than 100'],
];

function many(count: number) {
  return Array.from({ length: count }, (_, index) => option(`o${index}`));
}

test.each(refused)('Slack refuses %s', (_what, surface, payload, reason) => {
  expect(checkPayload(surface, payload).join('\n')).toContain(reason);
});
