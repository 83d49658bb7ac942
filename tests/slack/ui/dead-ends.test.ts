import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Block, Message } from '../../../playground/contract.js';
import { visibleText } from '../../../playground/slack/index.js';
import { placedElements } from '../../../playground/slack/state/inputs.js';
import { keepWorld } from '../../support/kept-world.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter } from '../check-in/desk.js';
import { personOf, putCheckIn, putReveal } from '../team/people.js';

let ladder: TestLadder;
async function begin() {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
  await ladder.slack.join({ id: 'U0NEW', name: 'Nia Newcomer', tz: 'Europe/London' });
}

const db = () => ladder.ladder.context.db;
const actorOf = (name: string) => (name === 'Nia' ? ladder.slack.as('U0NEW') : ladder.as(name));

async function set(name: string, data: Parameters<typeof change>[1]) {
  await change((await personOf(ladder, name)).id, data);
}

async function change(
  id: string,
  data: { roleKey?: string | null; managerId?: string | null; awayThrough?: Date },
) {
  await db().person.update({ where: { id }, data });
}

async function leaves(name: string) {
  const { id } = await personOf(ladder, name);
  await db().person.update({ where: { id }, data: { leftAt: ladder.clock.now() } });
}

async function leaveOut(name: string) {
  const { id: personId } = await personOf(ladder, name);
  const { id: cycleId, workspaceId } = await db().cycle.findFirstOrThrow();
  const createdAt = ladder.clock.now();
  await db().cycleExclusion.create({ data: { workspaceId, cycleId, personId, createdAt } });
}

/** What was done to whom, and what they are offered about their check-in then. */
interface State {
  who: string;
  is: string;
  so: () => Promise<unknown>;
  offered: string[];
}

const ways = ['Start my check-in', 'Go on with my check-in', 'My check-in', 'Choose my role'];

const states: State[] = [
  { who: 'Nia', is: 'new, without a role', so: async () => {}, offered: ['Choose my role'] },
  {
    ...{ who: 'Kit', is: 'without a role, with a manager', so: async () => {} },
    offered: ['Choose my role'],
  },
  {
    ...{ who: 'Teo', is: 'in a role that is gone' },
    so: () => set('Teo', { roleKey: 'gone' }),
    offered: ['Choose my role'],
  },
  {
    ...{ who: 'Rosa', is: 'without a manager' },
    so: () => set('Rosa', { managerId: null }),
    offered: ['Start my check-in'],
  },
  {
    ...{ who: 'Sora', is: 'sent, and the manager has left' },
    so: async () => {
      await putCheckIn(ladder, 'Sora', 'submitted');
      await leaves('Noor');
    },
    offered: ['My check-in'],
  },
  {
    ...{ who: 'Wren', is: 'left out' },
    so: () => leaveOut('Wren'),
    offered: [],
  },
  {
    ...{ who: 'Mika', is: 'away, with a draft and a team' },
    so: async () => {
      await set('Mika', { awayThrough: new Date('2027-03-09') });
      await putCheckIn(ladder, 'Mika', 'draft');
    },
    offered: ['Go on with my check-in'],
  },
];

/** What a press must never lead to. */
const deadEnd =
  /isn't open to you|is not there yet|went wrong|[Cc]ouldn't|can't read|No check-in is open right now|not possible|any more\b.*Nothing/;

interface Surface {
  name: string;
  blocks: () => Promise<{ blocks: Block[]; where: Message | 'home' }>;
}

function surfacesOf(name: string): Surface[] {
  const person = actorOf(name);
  const answer = async (words: string) => {
    const before = person.messages().length;
    await person.command('/ladder', words);
    const message = await ladder.slack.waitFor(() => person.messages()[before]);
    return { blocks: message.blocks, where: message };
  };
  const home = async () => {
    await person.openHome();
    await ladder.ladder.idle();
    return { blocks: person.home()?.blocks ?? [], where: 'home' as const };
  };
  return [
    { name: 'Home', blocks: home },
    ...['', 'me', 'team', 'conversation', 'next'].map((words) => ({
      ...{ name: `/ladder ${words}`, blocks: () => answer(words) },
    })),
  ];
}

/** The same for everybody, whatever their state. */
const lookUps = /^role\.(show:(about|role)|search_open|help|share)/;

const buttonsIn = (blocks: Block[]) =>
  placedElements(blocks).filter(
    ({ element, actionId }) => element.type === 'button' && !lookUps.test(actionId),
  );

/** What somebody reads after a press: the window that opened, else the latest message, else Home. */
async function pressEach(name: string, { blocks, name: surface }: Surface): Promise<string[]> {
  const person = actorOf(name);
  const labels: string[] = [];
  const { length } = buttonsIn((await blocks()).blocks);
  for (let nth = 0; nth < length; nth += 1) {
    const shown = await blocks();
    const one = buttonsIn(shown.blocks)[nth];
    if (!one) continue;
    const label = String((one.element.text as { text: string }).text);
    labels.push(label);
    await person.click(shown.where, one.actionId, { blockId: one.blockId });
    await ladder.ladder.idle();
    const window = person.modal();
    const latest = person.lastMessage();
    const read = window ? visibleText(window) : latest ? visibleText(latest) : '';
    expect.soft(read, `${name}: “${label}” on ${surface}`).not.toMatch(deadEnd);
    if (window) await person.close({ all: true });
  }
  return labels;
}

async function offeredTo(name: string): Promise<string[]> {
  const labels = new Set<string>();
  for (const surface of surfacesOf(name)) {
    for (const label of await pressEach(name, surface)) labels.add(label);
  }
  return ways.filter((label) => labels.has(label));
}

describe('no button leads nowhere, and what is offered can be done, for somebody who is', () => {
  let putBack: () => Promise<void>;
  beforeAll(async () => {
    await begin();
    putBack = await keepWorld(ladder);
  });
  afterEach(() => putBack());
  afterAll(() => ladder.stop());
  it.each(states)('$is ($who)', async ({ who, so, offered }) => {
    await so();
    expect(await offeredTo(who)).toEqual(offered);
  });
});

describe('no button leads nowhere once the review is closed', () => {
  beforeAll(async () => {
    await begin();
    await putReveal(ladder, 'Teo');
    ladder.clock.set('2027-04-20T15:00:00Z');
  });
  afterAll(() => ladder.stop());
  it.each(['Nia', 'Rosa', 'Teo', 'Mika'])('for %s', async (name) => {
    expect(await offeredTo(name)).toEqual([]);
  });
});
