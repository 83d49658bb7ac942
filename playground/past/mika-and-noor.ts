import type { PastCheckIn, PastSide } from './shapes.js';

/** Both leads report to Ada; what they write is short. */
function lead(
  person: string,
  ago: 1 | 2 | 3,
  choices: Record<'self' | 'view', PastSide['choices']>,
  texts: Pick<PastCheckIn, 'proudOf' | 'needs' | 'summary'>,
): PastCheckIn {
  const base = { person, ago, manager: 'U0ADA', role: 'team-leader', next: 'stay', actions: [] };
  return { ...base, ...texts, self: { choices: choices.self }, view: { choices: choices.view } };
}

export const leadsPast: PastCheckIn[] = [
  lead(
    'U0MIKA',
    3,
    {
      self: ['meeting', 'meeting', 'meeting', 'meeting', 'developing'],
      view: ['meeting', 'meeting', 'meeting', 'meeting', 'meeting'],
    },
    {
      proudOf: 'A team in which questions are normal.',
      needs: 'One more pair of hands.',
      summary: 'You ask more of yourself than of others.',
    },
  ),
  lead(
    'U0MIKA',
    2,
    {
      self: ['meeting', 'developing', 'meeting', 'meeting', 'meeting'],
      view: ['meeting', 'meeting', 'meeting', 'developing', 'meeting'],
    },
    {
      proudOf: 'The budget, and how we came to it.',
      needs: 'Fewer standing meetings.',
      summary: 'Guard your calendar as you guard that of your team.',
    },
  ),
  lead(
    'U0MIKA',
    1,
    {
      self: ['meeting', 'meeting', 'exceeding', 'meeting', 'meeting'],
      view: ['meeting', 'meeting', 'meeting', 'meeting', 'exceeding'],
    },
    {
      proudOf: 'That I could hand Wren over without a gap.',
      needs: 'A newcomer for Teo to look after.',
      summary: 'A good handover. I have noted the newcomer.',
    },
  ),
  lead(
    'U0NOOR',
    3,
    {
      self: ['developing', 'meeting', 'meeting', 'developing', 'meeting'],
      view: ['developing', 'meeting', 'meeting', 'meeting', 'meeting'],
    },
    {
      proudOf: 'My first year of leading.',
      needs: 'Somebody who has done this before.',
      summary: 'You plan better than you think.',
    },
  ),
  lead(
    'U0NOOR',
    2,
    {
      self: ['meeting', 'meeting', 'meeting', 'meeting', 'meeting'],
      view: ['meeting', 'exceeding', 'meeting', 'meeting', 'meeting'],
    },
    {
      proudOf: 'Two teams that plan together now.',
      needs: 'A say in hiring.',
      summary: 'People come to you. Make sure that they also go to each other.',
    },
  ),
  lead(
    'U0NOOR',
    1,
    {
      self: ['meeting', 'exceeding', 'meeting', 'meeting', 'developing'],
      view: ['meeting', 'meeting', 'developing', 'meeting', 'meeting'],
    },
    {
      proudOf: 'A good beginning with Wren.',
      needs: 'Time to get to know everybody.',
      summary: 'Take the time. The rest can wait for a month.',
    },
  ),
];
