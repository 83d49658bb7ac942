import type { Message, View } from '../../../playground/contract.js';
import { placedElements } from '../../../playground/slack/state/inputs.js';
import type { Actor } from './secrets.js';
import type { World } from './world.js';

/** Where a person can look by themselves. */
export const surfaces = ['home', '', 'me', 'team', 'check-in', 'evidence'] as const;
export type Surface = (typeof surfaces)[number];

/** Opens Home or types a command, and waits until all of the answer is there. */
export async function look(world: World, who: Actor, surface: Surface): Promise<void> {
  const person = world.test.as(who);
  if (person.modal()) await person.close({ all: true });
  if (surface === 'home') await person.openHome();
  else await person.command('/ladder', surface);
  await world.test.ladder.idle();
}

/** Presses one of the buttons before a person's eyes, by its number; the last one submits a window. */
export async function press(world: World, who: Actor, place: Place, nth: number): Promise<void> {
  const person = world.test.as(who);
  const seen = inFront(world, who, place);
  if (!seen) return;
  const buttons = placedElements(seen.blocks).filter(
    ({ element }) => element.type === 'button' && element.url === undefined,
  );
  const submits = 'submit' in seen && seen.submit !== undefined ? 1 : 0;
  if (buttons.length + submits === 0) return;
  const button = buttons[nth % (buttons.length + submits)];
  if (!button) await person.submit();
  else {
    const where = place === 'message' ? (seen as Message) : place;
    await person.click(where, button.actionId, { blockId: button.blockId });
  }
  await world.test.ladder.idle();
}

export type Place = 'message' | 'modal' | 'home';

function inFront(world: World, who: Actor, place: Place): Message | View | undefined {
  const person = world.test.as(who);
  if (place === 'message') return person.lastMessage();
  return place === 'modal' ? person.modal() : person.home();
}
