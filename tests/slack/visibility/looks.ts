import type { Block, Message, View } from '../../../playground/contract.js';
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

/** A button as the app never gave it to this person. */
export interface Forged {
  actionId: string;
  value: string;
}

/** Presses forged buttons in a message, one after the other. */
export async function pressForged(world: World, who: Actor, forged: Forged[]): Promise<void> {
  const person = world.test.as(who);
  const text = 'Buttons that nobody gave out';
  await callSlack(world, 'chat.postMessage', { channel: person.dm, text, blocks: rows(forged) });
  const message = person.lastMessage();
  if (message?.text !== text) throw new Error('the forged buttons did not arrive');
  for (const [nth, { actionId }] of forged.entries()) {
    if (person.modal()) await person.close({ all: true });
    await person.click(message, actionId, { blockId: `forged-${nth}` });
    await world.test.ladder.idle();
  }
}

export interface ForgedView {
  callbackId: string;
  metadata: object | string;
  /** Pressed in the view before it is submitted. */
  buttons?: Forged[];
  inputs?: Block[];
}

/** Puts a window with forged metadata before a person, who presses everything in it and submits it. */
export async function submitForged(world: World, who: Actor, forged: ForgedView): Promise<void> {
  const { callbackId, metadata, buttons = [], inputs = [] } = forged;
  const person = world.test.as(who);
  const text = (words: string) => ({ type: 'plain_text', text: words });
  const view = {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: typeof metadata === 'string' ? metadata : JSON.stringify(metadata),
    title: text('Forged'),
    submit: text('Send'),
    blocks: [{ type: 'section', text: text('Forged') }, ...inputs, ...rows(buttons)],
  };
  for (const nth of [...buttons.keys(), undefined]) {
    await look(world, who, 'evidence');
    await callSlack(world, 'views.update', { view_id: person.modal()?.id, view });
    if (nth === undefined) await person.submit();
    else await person.click('modal', buttons[nth]?.actionId ?? '', { blockId: `forged-${nth}` });
    await world.test.ladder.idle();
  }
}

function rows(forged: Forged[]): Block[] {
  return forged.map(({ actionId, value }, nth) => ({
    type: 'actions',
    block_id: `forged-${nth}`,
    elements: [
      { type: 'button', action_id: actionId, text: { type: 'plain_text', text: 'Press' }, value },
    ],
  }));
}

async function callSlack({ test }: World, method: string, fields: object): Promise<void> {
  const response = await fetch(`${test.slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-test', 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  const answer = (await response.json()) as { ok: boolean };
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}
