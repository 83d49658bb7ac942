import { placedElements } from '../../../playground/slack/state/inputs.js';
import { type Actor, actors, type Secret } from './secrets.js';
import type { World } from './world.js';

/** Returns true for a post, which stays in Slack, and false for windows, Home and private answers. */
export function isPost(sent: string): boolean {
  const { channel, ephemeralTo } = JSON.parse(sent) as { channel?: string; ephemeralTo?: string };
  return channel !== undefined && ephemeralTo === undefined;
}

/** Returns the words and ratings of people that a post contains. */
export function wordsInPost(world: World, sent: string): Secret[] {
  return isPost(sent) ? world.secrets.foundIn(sent) : [];
}

/** Presses each button of the last post that somebody has got, and closes what it opens. */
export async function pressAllOfLastPost(world: World, who: Actor): Promise<void> {
  const person = world.test.as(who);
  const post = person.messages().findLast(({ ephemeralTo }) => ephemeralTo === undefined);
  if (!post) return;
  const buttons = placedElements(post.blocks).filter(({ element }) => element.type === 'button');
  for (const { actionId, blockId } of buttons) {
    const still = person.messages().find(({ ts }) => ts === post.ts);
    const stands = placedElements(still?.blocks ?? []).some(
      (one) => one.actionId === actionId && one.blockId === blockId,
    );
    if (still && stands) await person.click(still, actionId, { blockId });
    await world.test.ladder.idle();
    if (person.modal()) await person.close({ all: true });
  }
}

/** All that was sent to each person since the last time, by person. */
export function takeAll(world: World): Record<Actor, string[]> {
  const taken = actors.map((name) => [name, world.recording.take(world.test.as(name).id)]);
  return Object.fromEntries(taken) as Record<Actor, string[]>;
}
