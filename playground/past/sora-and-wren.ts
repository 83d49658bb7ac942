import type { PastCheckIn, PastEvidence } from './shapes.js';

const sora = { person: 'U0SORA', manager: 'U0NOOR', role: 'senior' };
/** Wren's manager was Mika, until Noor took over before the last cycle. */
const wrenWithMika = { person: 'U0WREN', manager: 'U0MIKA', role: 'professional-lead' };
const wrenWithNoor = { person: 'U0WREN', manager: 'U0NOOR', role: 'professional-lead' };

/** Sora and Noor agree on most things; what is missing is an occasion to speak. */
export const sorasPast: PastCheckIn[] = [
  {
    ...sora,
    ago: 3,
    self: { choices: ['meeting', 'meeting', 'developing', 'meeting', 'meeting'] },
    view: { choices: ['meeting', 'exceeding', 'developing', 'meeting', 'meeting'] },
    proudOf: 'Two suppliers who now talk to each other without us.',
    next: 'stay',
    needs: 'Time to think about next year.',
    summary: 'Partners ask for you by name.',
    actions: [
      {
        what: 'Write down how we choose a supplier',
        measure: 'Two others have chosen one by it',
        competency: 'expertise',
        owner: 'report',
        dueIn: -170,
        closed: 'done',
      },
    ],
  },
  {
    ...sora,
    ago: 2,
    self: {
      choices: ['meeting', 'exceeding', 'none', 'meeting', 'meeting'],
      texts: { impact: 'No talk to give and no interview to sit in on this quarter.' },
    },
    view: { choices: ['meeting', 'exceeding', 'developing', 'meeting', 'meeting'] },
    proudOf: 'The supplier guide.',
    next: 'grow',
    needs: 'A room in which to speak about it.',
    summary: 'Ready for a stage. I owe you one.',
    actions: [
      {
        what: 'Get Sora a slot at the spring gathering',
        measure: 'Her name in the programme',
        competency: 'impact',
        owner: 'manager',
        dueIn: -75,
        closed: 'done',
      },
    ],
  },
  {
    ...sora,
    ago: 1,
    self: {
      choices: ['exceeding', 'exceeding', 'developing', 'meeting', 'meeting'],
      texts: { leadership: 'I said no to a project that others wanted, and stayed in the room.' },
    },
    view: {
      choices: ['exceeding', 'exceeding', 'meeting', 'meeting', 'exceeding'],
      texts: {
        impact: 'You trained the whole west coast team. Why would that not count?',
        leadership: 'That no has spared us a quarter of work.',
      },
    },
    proudOf: 'The training days on the west coast.',
    next: 'move:management',
    needs: 'To try out leading before it is a title.',
    summary: 'Let us find you a small team for a few weeks.',
    actions: [
      {
        what: 'Lead the spring stocktaking with three others',
        measure: 'Each of the three can say what they learned',
        competency: 'leadership',
        owner: 'report',
        dueIn: 40,
      },
    ],
  },
];

/** Wren's first two cycles are with Mika. */
export const wrensPast: PastCheckIn[] = [
  {
    ...wrenWithMika,
    ago: 3,
    self: { choices: ['exceeding', 'meeting', 'meeting', 'exceeding', 'developing'] },
    view: { choices: ['exceeding', 'meeting', 'meeting', 'meeting', 'meeting'] },
    proudOf: 'The new warehouse opened on the day that we had named a year ago.',
    next: 'stay',
    needs: 'Somebody to disagree with me before it is too late.',
    summary: 'A large project, quietly done.',
    actions: [
      {
        what: 'Name a stand-in for each project',
        measure: 'Wren is away for two weeks and nothing waits',
        competency: 'execution',
        owner: 'report',
        dueIn: -190,
        closed: 'done',
      },
    ],
  },
  {
    ...wrenWithMika,
    ago: 2,
    self: {
      choices: ['exceeding', 'developing', 'meeting', 'exceeding', 'developing'],
      texts: { collaboration: 'Mika and I had two loud weeks about the budget.' },
    },
    view: {
      choices: ['exceeding', 'developing', 'exceeding', 'exceeding', 'meeting'],
      texts: { collaboration: 'We did. The budget is better for it, and we should start sooner.' },
    },
    proudOf: 'That the loud weeks ended in a better budget.',
    next: 'stay',
    needs: 'A thinking partner outside of our group.',
    summary: 'We have learned to argue well. Keep that.',
    actions: [
      {
        what: 'Find a mentor outside of our group',
        measure: 'Three talks have taken place',
        competency: 'leadership',
        owner: 'report',
        dueIn: 31,
      },
    ],
  },
  {
    ...wrenWithNoor,
    ago: 1,
    self: {
      choices: ['next-level', 'meeting', 'meeting', 'exceeding', 'meeting'],
      texts: { expertise: 'The other leads bring me their plans before they show them.' },
    },
    view: {
      choices: ['meeting', 'meeting', 'meeting', 'exceeding', 'meeting'],
      texts: { expertise: 'I have known you for six weeks and have not seen it yet. Show me.' },
    },
    proudOf: 'The year plan of four teams fits on one page.',
    next: 'stay',
    needs: 'Noor in one of the plan reviews.',
    summary: 'We are only beginning. I would like to see more before I say more.',
    actions: [
      {
        what: 'Sit in on a plan review with Wren',
        measure: 'Noor has seen one from start to end',
        competency: 'expertise',
        owner: 'manager',
        dueIn: -25,
        closed: 'done',
      },
    ],
  },
];

/**
 * Sora's evidence is all from the last days, so that the check-in asks her about the weeks before.
 */
export const theirEvidence: PastEvidence[] = [
  {
    person: 'U0SORA',
    competency: 'collaboration',
    note: 'Brought growers and couriers to one table; they agreed on pick-up times.',
    daysAgo: 7,
  },
  {
    person: 'U0SORA',
    competency: 'leadership',
    note: 'Asked the stocktaking three what they want to learn, before giving out tasks.',
    daysAgo: 4,
  },
  {
    person: 'U0SORA',
    competency: 'execution',
    note: 'Cut the stocktaking plan from nine days to six by leaving out what nobody reads.',
    daysAgo: 2,
  },
  {
    person: 'U0WREN',
    competency: 'expertise',
    note: 'Noor sat in on the plan review. Two of four plans changed for the better in it.',
    daysAgo: 26,
  },
];
