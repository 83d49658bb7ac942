import { ask, foundUnreadable } from '../registered/asking.js';
import { type RosasThings, type Sample, samples } from '../registered/samples.js';
import { everythingOfRosas } from '../registered/things.js';
import type { Actor } from './secrets.js';
import type { World } from './world.js';

/** What holds an id of Rosa's, for everything that is registered. */
const forged = samples.filter(({ isRosas }) => isRosas);

/** Sends all of it with each id that she has, as a forger would. */
export async function forgeEverything(world: World, who: Actor): Promise<void> {
  for (const things of await everythingOfRosas(world)) {
    for (const sample of forged) await forge(world, who, sample, things);
  }
}

/** Sends one of it, by its number, with the ids of the newest things that she has. */
export async function forgeOne(world: World, who: Actor, nth: number): Promise<void> {
  const [newest] = await everythingOfRosas(world);
  const sample = forged[nth % forged.length];
  if (newest && sample) await forge(world, who, sample, newest);
}

/**
 * Throws where Ladder couldn't even read it: then it was refused for its form, and no rule was asked.
 */
async function forge(world: World, who: Actor, sample: Sample, things: RosasThings): Promise<void> {
  const { slack, as } = world.test;
  const userId = as(who).id;
  await ask(world, userId, await sample.request(slack, userId, things), { keep: true });
  if (foundUnreadable(world)) throw new Error(`unreadable: ${sample.kind} ${sample.name}`);
}
