import { expect } from 'vitest';
import { keepWorld } from '../../support/kept-world.js';
import { type Change, happen } from './changes.js';
import { beginRun, comeHome, leaks, readFacts, type World } from './world.js';

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

/** How things stood once some changes had happened. */
interface Stage {
  putBack: () => Promise<void>;
  of: Pick<World, 'cycles' | 'ids' | 'secrets'>;
  inherited: World['inherited'];
}

/** The stages that a world has reached, by what had happened. */
const reached = new WeakMap<World, Map<string, Stage>>();

/** Begins anew, and lets all of this happen; what has happened in this world before is put back. */
export async function begin(world: World, changes: readonly Change[]): Promise<void> {
  const stages = reached.get(world) ?? new Map<string, Stage>();
  reached.set(world, stages);
  const until = (count: number) => JSON.stringify(changes.slice(0, count));
  let done = changes.length;
  while (done > 0 && !stages.has(until(done))) done -= 1;
  const stage = stages.get(until(done));
  if (stage) await putBack(world, stage);
  else {
    runs += 1;
    await beginRun(world, runs);
    stages.set(until(0), await keep(world));
  }
  for (const change of changes.slice(done)) {
    await goOn(world, [change]);
    done += 1;
    stages.set(until(done), await keep(world));
  }
}

async function keep({ test, cycles, ids, secrets, inherited }: World): Promise<Stage> {
  const of = { cycles, ids, secrets };
  return { putBack: await keepWorld(test), of, inherited: copyOf(inherited) };
}

async function putBack(world: World, stage: Stage): Promise<void> {
  await stage.putBack();
  Object.assign(world, stage.of, { inherited: copyOf(stage.inherited) });
  await comeHome(world);
}

function copyOf(inherited: World['inherited']): World['inherited'] {
  return new Map([...inherited].map(([id, names]) => [id, new Set(names)]));
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
