import { expect } from 'vitest';
import { type Change, happen } from './changes.js';
import { beginRun, leaks, readFacts, type World } from './world.js';

export const written: Change[] = [
  { does: 'keep' },
  { does: 'note', who: 'Mika' },
  { does: 'write' },
];
export const sent: Change[] = [...written, { does: 'send' }];
export const assessed: Change[] = [...sent, { does: 'assess', who: 'Mika' }];
export const revealed: Change[] = [...assessed, { does: 'give', who: 'Mika' }];
export const talked: Change[] = [
  ...revealed,
  { does: 'add' },
  { does: 'talk', who: 'Mika' },
  { does: 'comment' },
];
export const handedOver: Change = { does: 'take over', who: 'Noor' };

let runs = 0;

/** Begins anew, and lets all of this happen. */
export async function begin(world: World, changes: readonly Change[]): Promise<void> {
  runs += 1;
  await beginRun(world, runs);
  await goOn(world, changes);
}

/** Lets this happen next; fails the test if a person is shown what is not theirs. */
async function goOn(world: World, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    await happen(world, change);
    await world.test.ladder.idle();
    await expectNoLeaks(world, change.does);
  }
}

/** Nobody was shown since the last time what is not theirs as things stand. */
export async function expectNoLeaks(world: World, after: string): Promise<void> {
  const found = leaks(world, await readFacts(world));
  expect(found, after).toEqual([]);
}
