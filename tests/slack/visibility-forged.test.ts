import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change } from './visibility/changes.js';
import { forgedButtons, forgedViews, readRosasIds } from './visibility/forgeries.js';
import { pressForged, submitForged } from './visibility/looks.js';
import { assessed, begin, expectNoLeaks, handedOver, talked } from './visibility/stages.js';
import { startWorld, type World } from './visibility/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** Strangers first: what Mika presses may be his to press. */
const others = ['Teo', 'Ada', 'Noor', 'Mika'] as const;

const forgeryStages: [string, Change[]][] = [
  ['before the reveal', assessed],
  ['after the conversation', talked],
  [
    'after Noor has taken over and an action of Mika’s is done',
    [...talked, handedOver, { does: 'finish' }, { does: 'finish' }],
  ],
];

describe.each(forgeryStages)('Forged buttons with Rosa’s ids, %s,', (_, changes) => {
  beforeAll(() => begin(world, changes));

  test.each(others)('bring %s nothing that is not theirs', async (who) => {
    await pressForged(world, who, forgedButtons(await readRosasIds(world)));
    await expectNoLeaks(world, `${who} forging`);
  });
});

describe('The views of a forger', () => {
  beforeAll(() => begin(world, talked));

  const strangers = ['Noor', 'Teo'] as const;
  test.each(strangers)('bring %s nothing, and change nothing', async (who) => {
    const before = await everything();
    for (const forged of forgedViews(await readRosasIds(world))) {
      await submitForged(world, who, forged);
    }
    await expectNoLeaks(world, `${who} forging`);
    expect(await everything()).toEqual(before);
  });

  /** All that Rosa and Mika have written or agreed on. */
  async function everything() {
    const { db, people } = world;
    const [checkIns, assessments, actions, conversations, evidence] = await Promise.all([
      db.checkIn.findMany({ where: { personId: people.Rosa }, include: { answers: true } }),
      db.assessment.findMany({ where: { subjectId: people.Rosa }, include: { answers: true } }),
      db.action.findMany({ where: { personId: people.Rosa } }),
      db.conversation.findMany({ where: { personId: people.Rosa } }),
      db.evidence.findMany({ where: { personId: people.Rosa } }),
    ]);
    return { checkIns, assessments, actions, conversations, evidence };
  }
});
