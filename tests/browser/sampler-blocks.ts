/** Every block and element that the page draws, in one message. A few are newer than the types. */
export function everyMessageBlock(): object[] {
  return [
    { type: 'header', text: { type: 'plain_text', text: 'Senior Business Operations Manager' } },
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: 'Plain, *bold*, _italic_, ~struck~, *_both_*, `code`, <https://example.com/a?b=1&amp;c=2|a link>, <@U0BEN>, <#C0GENERAL> and :tada:\n&gt; quoted 2 &lt; 3 &amp; 4\n<!date^1772460000^{date_short_pretty} at {time}|2 March 2026>',
      },
      accessory: { type: 'button', action_id: 'side', text: { type: 'plain_text', text: 'Show' } },
    },
    {
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: '*Level*\nSenior' },
        { type: 'mrkdwn', text: '*Usually*\n2–4 years' },
      ],
    },
    richText(),
    { type: 'divider' },
    {
      type: 'table',
      column_settings: [{ is_wrapped: true }, { align: 'right' }, { align: 'center' }],
      rows: [
        ['Competency', 'You already', 'New at Senior'].map(cell),
        ['Execution', '4', '3'].map(cell),
        ['Leadership and culture', '5', '2'].map(cell),
      ],
    },
    {
      type: 'data_visualization',
      title: 'Your ratings',
      chart: {
        type: 'line',
        series: [series('Execution', [2, 3, 3, 4]), series('Internal impact', [1, 2, 2, 3])],
        axis_config: { categories: quarters, x_label: 'Quarter', y_label: 'Rating' },
      },
    },
    {
      type: 'data_visualization',
      title: 'Where check-ins stand',
      chart: {
        type: 'pie',
        segments: [
          { label: 'In', value: 3 },
          { label: 'Half done', value: 1 },
          { label: 'Not started', value: 1 },
        ],
      },
    },
    {
      type: 'actions',
      block_id: 'choices',
      elements: [
        {
          type: 'button',
          action_id: 'go',
          style: 'primary',
          text: { type: 'plain_text', text: 'Start' },
        },
        {
          type: 'button',
          action_id: 'drop',
          style: 'danger',
          text: { type: 'plain_text', text: 'Drop the draft' },
          confirm: {
            title: { type: 'plain_text', text: 'Drop the draft?' },
            text: { type: 'plain_text', text: 'What you wrote is gone then.' },
            confirm: { type: 'plain_text', text: 'Drop it' },
            deny: { type: 'plain_text', text: 'Keep it' },
            style: 'danger',
          },
        },
        {
          type: 'static_select',
          action_id: 'role',
          placeholder: { type: 'plain_text', text: 'Role' },
          options: ['Associate', 'Manager', 'Senior', 'Professional lead', 'Team leader'].map(
            (name) => option(name),
          ),
        },
        {
          type: 'users_select',
          action_id: 'who',
          placeholder: { type: 'plain_text', text: 'Somebody' },
        },
        { type: 'datepicker', action_id: 'by', initial_date: '2026-03-24' },
        { type: 'overflow', action_id: 'more', options: [option('Share here'), option('Forget')] },
      ],
    },
    {
      type: 'context',
      elements: [{ type: 'mrkdwn', text: 'Business Operations ladder, _version 1_' }],
    },
  ];
}

/** Blocks that apps send seldom. */
export function rareMessageBlocks(): object[] {
  const chart = (type: string) => ({
    type,
    series: [series('Sent', [3, 8, 12, 14]), series('Half done', [5, 4, 2, 0])],
    axis_config: { categories: quarters },
  });
  return [
    { type: 'data_visualization', title: 'Check-ins by quarter', chart: chart('bar') },
    { type: 'data_visualization', title: 'The same, as areas', chart: chart('area') },
    { type: 'markdown', text: '**Strong** words' },
    { type: 'image', image_url: 'https://example.com/ladder.png', alt_text: 'A ladder' },
  ];
}

const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];

function richText(): object {
  const item = (text: string) => ({
    type: 'rich_text_section',
    elements: [{ type: 'text', text }],
  });
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [{ type: 'text', text: 'Execution', style: { bold: true } }],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          item('Cuts scope to lower risk by shipping often.'),
          item(
            'Sees what a launch needs, and says so early, to the people who can still change it.',
          ),
        ],
      },
      { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [item('A level deeper')] },
      { type: 'rich_text_list', style: 'ordered', elements: [item('First'), item('Second')] },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Ran the pricing workshop' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'role: senior' }] },
    ],
  };
}

export function option(text: string) {
  return {
    text: { type: 'plain_text' as const, text },
    value: text.toLowerCase().replaceAll(' ', '-'),
  };
}

function cell(text: string) {
  return { type: 'raw_text', text };
}

function series(name: string, values: number[]) {
  return { name, data: values.map((value, index) => ({ label: quarters[index] ?? '', value })) };
}
