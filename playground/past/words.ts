/** Words of the past that fit any competency of any ladder. */

/** Why there was no opportunity. */
export const reasons = [
  'There was no occasion for it in these three months.',
  'Others had this in their hands this time.',
];

/** What people write about themselves: who rated themselves low, in the middle, high. */
export const selfTexts = {
  low: [
    'I asked for help late here, and noticed it myself.',
    'It goes well when I have time to prepare, and not yet when I have none.',
    'I have only begun with this. The first weeks were slow.',
  ],
  middle: [
    'I did this every week, and nobody had to remind me.',
    'I tried another way of doing this, and have kept it.',
    'It went as planned, but for one week in the middle.',
  ],
  high: [
    'I did this every week, and two others do it the same way now.',
    'Three teams came to ask how we do this.',
    'It held in the two busiest weeks as well.',
  ],
};

/** What managers write: who sees more than the report does, the same, less. */
export const viewTexts = {
  higher: [
    'I have seen this more often than you think.',
    'Others have come to me to say how well this went.',
    'You said early what would be late, and had a plan. Few people do.',
  ],
  same: [
    'I see it as you do. Keep it like this.',
    'Steady, and getting surer.',
    'A good beginning. Let us look at it again in three months.',
  ],
  lower: [
    'I know of two times. Tell me of the others.',
    'It was done, and it took more of you than it should. Let us plan it together.',
    'I have not seen it yet. Show me.',
  ],
};

/** What is agreed on, by who does it. */
export const agreements = {
  report: [
    {
      what: 'Write down on one page how you do this',
      measure: 'Two others have worked by that page',
    },
    {
      what: 'Watch somebody who does this well, for two afternoons',
      measure: 'Three things that you would do differently, written down',
    },
    {
      what: 'Take the lead in this once before the next review',
      measure: 'It is done, and you have said what you would change',
    },
    {
      what: 'Ask three people what they would like to see more of',
      measure: 'Their answers, and what you make of them',
    },
    {
      what: 'Guess beforehand how long it takes, each time',
      measure: 'Six weeks of guesses beside what came of them',
    },
  ],
  manager: [
    { what: 'Find an occasion at which this can show', measure: 'A day in both calendars' },
    { what: 'Sit in once and say what you saw', measure: 'You have talked about it afterwards' },
    { what: 'Keep one morning a week free for this', measure: 'Six free mornings in a row' },
  ],
};

export const reasonDropped = 'What it was for was given up in the autumn.';

/** One for each note of the past. */
export const notes = [
  'Said three days ahead that it would be late, with a new date. It held.',
  'Asked in the team meeting why we do it this way. Now it takes half the time.',
  'Found a step that we did twice, and left it out. Nobody has missed it.',
  'Sat in with another team for an afternoon. They asked me to come back.',
  'Left one thing out of the plan, and said so to everyone on one page.',
  'Brought the two sides to one table; they agreed on a date.',
  'Asked the three newest what they want to learn, before giving out tasks.',
  'Showed a colleague how we do this. They did it alone the next day.',
  'Went through the plan with somebody who was not in it. It changed for the better.',
];
