import type { View } from '@slack/types';
import { option } from './sampler-blocks.js';

/** A modal with every input, most of them optional. */
export function everyInput(title = 'Check-in · 2 of 5'): View {
  const label = (text: string) => ({ type: 'plain_text' as const, text });
  return {
    type: 'modal',
    callback_id: 'sampler',
    title: label(title),
    submit: label('Save and go on'),
    close: label('Cancel'),
    notify_on_close: true,
    blocks: [
      { type: 'header', text: label('Collaboration and communication') },
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: '*What your role asks*: works with partners to settle requirements.',
        },
      },
      {
        type: 'input',
        block_id: 'rating',
        dispatch_action: true,
        label: label('How does this look for you this quarter?'),
        element: {
          type: 'radio_buttons',
          action_id: 'rate',
          options: [
            option('Not yet'),
            option('Developing'),
            option('Meeting'),
            option('Exceeding'),
            { ...option('No opportunity yet'), description: label('Say below what was missing') },
          ],
        },
      },
      {
        type: 'input',
        block_id: 'evidence',
        optional: true,
        label: label('What did you do, when, and what changed because of it?'),
        hint: label('One or two examples are plenty.'),
        element: {
          type: 'plain_text_input',
          action_id: 'text',
          multiline: true,
          max_length: 600,
          placeholder: label('In February I …'),
        },
      },
      {
        type: 'input',
        block_id: 'name',
        label: label('A name for it'),
        element: { type: 'plain_text_input', action_id: 'text' },
      },
      {
        type: 'input',
        block_id: 'found',
        optional: true,
        label: label('Role'),
        element: {
          type: 'external_select',
          action_id: 'look',
          min_query_length: 1,
          placeholder: label('Search a role'),
        },
      },
      {
        type: 'input',
        block_id: 'people',
        optional: true,
        label: label('With whom'),
        element: { type: 'multi_users_select', action_id: 'pick' },
      },
      {
        type: 'input',
        block_id: 'days',
        optional: true,
        label: label('Remind me'),
        element: {
          type: 'checkboxes',
          action_id: 'pick',
          options: [option('On Monday'), option('On Friday')],
        },
      },
      {
        type: 'input',
        block_id: 'by',
        optional: true,
        label: label('By when'),
        element: { type: 'datepicker', action_id: 'pick' },
      },
      {
        type: 'actions',
        block_id: 'walk',
        elements: [{ type: 'button', action_id: 'push', text: label('Look closer') }],
      },
    ],
  };
}
