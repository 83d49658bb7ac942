import { expect, test } from 'vitest';
import type { Surface } from '../../playground/slack/payload/index.js';
import { checkPayload } from '../../playground/slack/payload/index.js';
import {
  alert,
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

const taken: [string, Surface, unknown][] = [
  ['a message of text alone', 'message', { text: 'Hello' }],
  ['an alert in a modal', 'modal', modalWith([alert])],
  ['a table with rich cells', 'message', inBlock(table([[raw('a'), richText('b')]]))],
  ['a pie', 'message', inBlock(chart(pie))],
  ['a line over two quarters', 'message', inBlock(chart(line(['Q1', 'Q2'], ['Q1', 'Q2'])))],
  [
    'grouped options with one chosen',
    'message',
    inBlock({
      type: 'section',
      text: plain('Role'),
      accessory: select({
        option_groups: [{ label: plain('Rungs'), options: [option('a'), option('b')] }],
        initial_option: option('b'),
      }),
    }),
  ],
  [
    'every kind of input in a modal',
    'modal',
    modalWith([
      inputBlock({ type: 'plain_text_input', multiline: true, min_length: 2, max_length: 3000 }),
      inputBlock({ type: 'email_text_input' }),
      inputBlock({ type: 'url_text_input' }),
      inputBlock({ type: 'number_input', is_decimal_allowed: true, min_value: '0.5' }),
      inputBlock({ type: 'rich_text_input', initial_value: richText('so far') }),
      inputBlock({ type: 'datepicker', initial_date: '2028-02-29' }),
      inputBlock({ type: 'timepicker', initial_time: '09:30' }),
      inputBlock({ type: 'datetimepicker', initial_date_time: 1_800_000_000 }),
      inputBlock({ type: 'users_select', initial_user: 'U1' }),
      inputBlock({ type: 'multi_users_select', max_selected_items: 3 }),
      inputBlock({ type: 'conversations_select', filter: { include: ['public'] } }),
      inputBlock({ type: 'checkboxes', options: [option('a')], initial_options: [option('a')] }),
      inputBlock({ type: 'external_select', min_query_length: 0 }),
    ]),
  ],
  ['no options for an external select', 'options', { options: [] }],
];

test.each(taken)('Slack takes %s', (_what, surface, payload) => {
  expect(checkPayload(surface, payload)).toEqual([]);
});
