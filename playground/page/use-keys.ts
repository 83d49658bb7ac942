import { useLayoutEffect } from 'preact/hooks';
import type { Person } from '../contract.js';
import { beginCommand } from './chat/composer.js';
import { channelsOf, dmOf } from './chat/places.js';
import type { Room } from './live/room.js';

/** Global keys: Alt and a digit, Alt H, Alt M, and the slash outside of text fields. */
export function useKeys(room: Room, people: Person[], onChoose: (person: Person) => void): void {
  // A layout effect: the next key may come before the next frame.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey && !event.ctrlKey && !event.metaKey) {
        if (runAltKey(event.code, room, people, onChoose)) event.preventDefault();
      } else if (event.key === '/' && !isTyping(event.target)) {
        if (beginsCommand(room)) event.preventDefault();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

function runAltKey(code: string, room: Room, people: Person[], onChoose: (person: Person) => void) {
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  const person = digit ? people[Number(digit) - 1] : undefined;
  if (person) onChoose(person);
  if (code === 'KeyH') room.goTo('home');
  if (code === 'KeyM') {
    const dm = dmOf(room.state, room.me.id);
    if (dm) room.goTo(dm.id);
  }
  return person !== undefined || code === 'KeyH' || code === 'KeyM';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/**
 * Leads to where a command can be typed: the line on screen, into which the slash is then typed like
 * any key, or that of the person's first channel. Returns whether the slash is there already. Does
 * nothing below a modal.
 */
function beginsCommand({ state, me, goTo }: Room): boolean {
  const modals = state.seats[me.id]?.modals ?? [];
  if (modals.length > 0) return false;
  const line = document.getElementById('composer');
  if (line) {
    line.focus();
    return false;
  }
  const [channel] = channelsOf(state, me.id);
  if (!channel || me.deleted) return false;
  beginCommand(me.id, channel.id);
  goTo(channel.id);
  return true;
}
