import { expect, test } from 'vitest';
import type { Surface } from '../../playground/slack/payload/index.js';
import { checkPayload } from '../../playground/slack/payload/index.js';
import { button, inBlock, modalWith, option, plain } from './payload-samples.js';

const long = (length: number) => 'x'.repeat(length);
const header = (text: string) => ({ type: 'header', text: plain(text) });
const radios = (count: number) => ({
  type: 'radio_buttons',
  options: Array.from({ length: count }, (_, index) => option(`o${index}`)),
});

const cases: [string, Surface, unknown, string][] = [
  ['a long header', 'message', inBlock(header(long(151))), 'blocks[0].text.text: longer than 150'],
  ['an empty header', 'message', inBlock(header('')), 'blocks[0].text.text: empty'],
  [
    'a long section',
    'message',
    inBlock({ type: 'section', text: plain(long(3001)) }),
    'blocks[0].text.text: longer than 3000 (3001)',
  ],
  [
    'a section that says nothing',
    'home',
    inBlock({ type: 'section' }, 'home'),
    'needs text or fields',
  ],
  [
    'eleven fields',
    'message',
    inBlock({ type: 'section', fields: Array.from({ length: 11 }, () => plain('x')) }),
    'blocks[0].fields: more than 10 (11)',
  ],
  [
    'an unknown field',
    'message',
    inBlock({ type: 'divider', colour: 'red' }),
    'blocks[0]: unknown field colour',
  ],
  [
    'a block of no known type',
    'message',
    inBlock({ type: 'banner' }),
    'not allowed here: "banner"',
  ],
  [
    'a long button',
    'message',
    inBlock({ type: 'actions', elements: [button(long(76))] }),
    'blocks[0].elements[0].text.text: longer than 75',
  ],
  [
    'a long button value',
    'message',
    inBlock({ type: 'actions', elements: [button('Go', { value: long(2001) })] }),
    'value: longer than 2000',
  ],
  [
    'mrkdwn on a button',
    'message',
    inBlock({
      type: 'actions',
      elements: [{ type: 'button', text: { type: 'mrkdwn', text: 'Go' } }],
    }),
    'blocks[0].elements[0].text.type',
  ],
  [
    'a long accessibility label',
    'message',
    inBlock({ type: 'actions', elements: [button('Go', { accessibility_label: long(76) })] }),
    'accessibility_label: longer than 75',
  ],
  [
    'a long title of a confirm dialog',
    'message',
    inBlock({
      type: 'actions',
      elements: [button('Go', { confirm: { title: plain(long(101)), text: plain('Sure?') } })],
    }),
    'confirm.title.text: longer than 100',
  ],
  [
    'twenty-six buttons',
    'message',
    inBlock({ type: 'actions', elements: Array.from({ length: 26 }, () => button('Go')) }),
    'blocks[0].elements: more than 25 (26)',
  ],
  [
    'eleven radio buttons',
    'message',
    inBlock({ type: 'actions', elements: [radios(11)] }),
    'options: more than 10 (11)',
  ],
  [
    'a long option',
    'message',
    inBlock({ type: 'actions', elements: [{ ...radios(0), options: [option(long(76))] }] }),
    'options[0].text.text: longer than 75',
  ],
  [
    'eleven context elements',
    'message',
    inBlock({ type: 'context', elements: Array.from({ length: 11 }, () => plain('x')) }),
    'blocks[0].elements: more than 10 (11)',
  ],
  [
    'an image without a text for those who do not see it',
    'message',
    inBlock({ type: 'image', image_url: 'https://example.com/a.png' }),
    'blocks[0].alt_text: required',
  ],
  [
    'fifty-one blocks',
    'message',
    { text: 'x', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) },
    'blocks: more than 50 (51)',
  ],
  [
    '13,300 characters of blocks',
    'message',
    {
      text: 'x',
      blocks: Array.from({ length: 5 }, () => ({ type: 'section', text: plain(long(2700)) })),
    },
    'at most 13200',
  ],
  [
    'a hundred and one blocks on Home',
    'home',
    { type: 'home', blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
    'blocks: more than 100 (101)',
  ],
  [
    'a long title',
    'modal',
    modalWith([], { title: plain(long(25)) }),
    'title.text: longer than 24',
  ],
  ['a modal without a title', 'modal', { type: 'modal', blocks: [] }, 'title: required'],
  [
    'a long submit',
    'modal',
    modalWith([], { submit: plain(long(25)) }),
    'submit.text: longer than 24',
  ],
  [
    'long metadata',
    'modal',
    modalWith([], { private_metadata: long(3001) }),
    'private_metadata: longer than 3000',
  ],
  [
    'a view of 250 kB',
    'modal',
    modalWith(Array.from({ length: 90 }, () => ({ type: 'section', text: plain(long(2900)) }))),
    'larger than 250 kB',
  ],
  [
    'a submit button on Home',
    'home',
    { type: 'home', blocks: [], submit: plain('Go') },
    'unknown field submit',
  ],
  [
    'a long label',
    'modal',
    modalWith([{ type: 'input', label: plain(long(2001)), element: { type: 'plain_text_input' } }]),
    'blocks[0].label.text: longer than 2000',
  ],
  [
    'a text input longer than Slack takes',
    'modal',
    modalWith([
      {
        type: 'input',
        label: plain('Why'),
        element: { type: 'plain_text_input', max_length: 3001 },
      },
    ]),
    'max_length',
  ],
  [
    'a long placeholder',
    'modal',
    modalWith([
      {
        type: 'input',
        label: plain('Why'),
        element: { type: 'plain_text_input', placeholder: plain(long(151)) },
      },
    ]),
    'placeholder.text: longer than 150',
  ],
];

test.each(cases)('Slack refuses %s', (_what, surface, payload, reason) => {
  expect(checkPayload(surface, payload).join('\n')).toContain(reason);
});
