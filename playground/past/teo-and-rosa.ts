import type { PastCheckIn, PastEvidence } from './shapes.js';

const teo = { person: 'U0TEO', manager: 'U0MIKA', role: 'associate' };
const rosa = { person: 'U0ROSA', manager: 'U0MIKA', role: 'manager' };

/** Teo rates himself lower than Mika does, and had no newcomer to look after. */
export const teosPast: PastCheckIn[] = [
  {
    ...teo,
    ago: 3,
    self: { choices: ['not-yet', 'developing', 'developing', 'developing', 'meeting'] },
    view: { choices: ['developing', 'developing', 'developing', 'developing', 'meeting'] },
    proudOf: 'I found my way around the returns desk in the first month.',
    next: 'stay',
    needs: 'Somebody whom I can ask the small questions.',
    summary: 'A calm start. Ask sooner: nobody minds.',
    actions: [
      {
        what: 'Sit with the returns desk for two afternoons',
        measure: 'A page on how a return travels through the shop',
        competency: 'expertise',
        owner: 'report',
        dueIn: -200,
        closed: 'done',
      },
    ],
  },
  {
    ...teo,
    ago: 2,
    self: { choices: ['developing', 'developing', 'meeting', 'not-yet', 'meeting'] },
    view: {
      choices: ['developing', 'meeting', 'meeting', 'developing', 'meeting'],
      texts: { collaboration: 'Your Friday notes save the whole team a meeting.' },
    },
    proudOf: 'The Friday notes that people now wait for.',
    next: 'stay',
    needs: 'A hand with judging how long things take.',
    summary: 'Steady, and getting surer.',
    actions: [
      {
        what: 'Guess the hours of every task, and note what it took',
        measure: 'Six weeks of guesses beside what came of them',
        competency: 'execution',
        owner: 'report',
        dueIn: -90,
        closed: 'done',
      },
      {
        what: 'Join the courier round table',
        measure: 'One question asked in it',
        competency: 'collaboration',
        owner: 'report',
        dueIn: -100,
        closed: 'dropped',
        reason: 'The round table was given up in the autumn.',
      },
    ],
  },
  {
    ...teo,
    ago: 1,
    self: {
      choices: ['meeting', 'meeting', 'none', 'developing', 'meeting'],
      texts: {
        expertise: 'I drew the seed ordering process and found the step that we did twice.',
        impact: 'There was no new colleague whom I could have shown around.',
        execution: 'Two of my five tasks were late. I say yes too quickly.',
      },
    },
    view: {
      choices: ['meeting', 'meeting', 'meeting', 'exceeding', 'meeting'],
      texts: {
        impact: 'The team met its goals because you closed the small gaps.',
        execution:
          'Late twice, and both times you said so days ahead and with a plan. Few people do.',
      },
    },
    proudOf: 'The drawing of the seed ordering process: it hangs in the warehouse now.',
    next: 'grow',
    needs: 'A project that is mine from the first day.',
    summary: 'You are further along than you think. Look at what you told us in time.',
    comment: 'We also spoke about my hours in the summer, which is not in here.',
    actions: [
      {
        what: 'Find Teo a newcomer to look after',
        measure: 'A name and a first week together',
        competency: 'impact',
        owner: 'manager',
        dueIn: 24,
      },
      {
        what: 'Say by when, before saying yes',
        measure: 'A date beside each task on the board',
        competency: 'execution',
        owner: 'report',
        dueIn: -20,
        closed: 'done',
      },
    ],
  },
];

/** Rosa rates her execution higher than Mika does; the gap has lasted for two cycles. */
export const rosasPast: PastCheckIn[] = [
  {
    ...rosa,
    ago: 3,
    self: { choices: ['meeting', 'developing', 'meeting', 'meeting', 'developing'] },
    view: { choices: ['meeting', 'developing', 'developing', 'meeting', 'meeting'] },
    proudOf: 'The plant fair, from the first list to the last crate.',
    next: 'grow',
    needs: 'To hear earlier when priorities change.',
    summary: 'The fair ran because of you. Next: let others carry a part of it.',
    actions: [
      {
        what: 'Hand two parts of the next fair to others',
        measure: 'Two names on the plan that are not yours',
        competency: 'leadership',
        owner: 'report',
        dueIn: -180,
        closed: 'done',
      },
    ],
  },
  {
    ...rosa,
    ago: 2,
    self: { choices: ['meeting', 'meeting', 'meeting', 'exceeding', 'meeting'] },
    view: {
      choices: ['meeting', 'meeting', 'meeting', 'meeting', 'meeting'],
      texts: { execution: 'Good plans. The last one had no room for the week of holidays.' },
    },
    proudOf: 'The price list that nobody has to correct by hand any more.',
    next: 'grow',
    needs: 'Two hours a week without meetings.',
    summary: 'A good quarter. Leave something out of the next plan, on purpose.',
    actions: [
      {
        what: 'Keep Wednesday mornings free of meetings',
        measure: 'Six free Wednesdays in a row',
        competency: 'execution',
        owner: 'manager',
        dueIn: -110,
        closed: 'done',
      },
    ],
  },
  {
    ...rosa,
    ago: 1,
    self: {
      choices: ['exceeding', 'meeting', 'meeting', 'exceeding', 'meeting'],
      texts: {
        expertise: 'The pricing questions of three teams come to me now.',
        execution: 'All four projects were done before the holidays, as planned.',
      },
    },
    view: {
      choices: ['exceeding', 'developing', 'meeting', 'developing', 'exceeding'],
      texts: {
        collaboration: 'Sales heard of the new rebates from their customers.',
        execution:
          'All four were done, two of them by working through two weekends. That is not the plan we made.',
        leadership: 'You brought the quiet ones into the room.',
      },
    },
    proudOf: 'Three teams ask us before they set a price.',
    next: 'grow',
    needs: 'A say in which projects come first.',
    summary: 'Strong work at a high price. Let us plan the price as well.',
    actions: [
      {
        what: 'Shadow two pricing calls of the sales team',
        measure: 'Three things that you would change, written down',
        competency: 'collaboration',
        owner: 'report',
        dueIn: 8,
      },
      {
        what: 'Leave one thing out of the spring plan',
        measure: 'The plan says what is not done, and why',
        competency: 'execution',
        owner: 'report',
        dueIn: -30,
        closed: 'done',
      },
      {
        what: 'Take Rosa along to the planning of the quarter',
        measure: 'She sat in it and named her order',
        competency: 'leadership',
        owner: 'manager',
        dueIn: -40,
        closed: 'done',
      },
    ],
  },
];

export const theirEvidence: PastEvidence[] = [
  {
    person: 'U0TEO',
    competency: 'execution',
    note: 'Told the warehouse three days ahead that the labels would be late, with a new date. It held.',
    daysAgo: 33,
  },
  {
    person: 'U0TEO',
    note: 'Asked in the team meeting why we count the pots twice. Since then we count once.',
    daysAgo: 12,
  },
  {
    person: 'U0ROSA',
    competency: 'expertise',
    note: 'Traced the wrong margins to one old rebate. The report has been right since.',
    daysAgo: 51,
  },
  {
    person: 'U0ROSA',
    competency: 'collaboration',
    note: 'First of the two pricing calls with sales. They asked me to come back.',
    daysAgo: 18,
  },
  {
    person: 'U0ROSA',
    competency: 'execution',
    note: 'Left the garden calendar out of the spring plan, and said so to everyone on one page.',
    daysAgo: 6,
  },
];
