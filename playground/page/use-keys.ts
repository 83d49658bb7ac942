import { useLayoutEffect } from 'preact/hooks';
import type { Person } from '../contract.js';
import type { Room } from './live/room.js';

/** Global keys: Alt and a digit, Alt H, Alt M, and the slash outside of text fields. */
export function useKeys(room: Room, people: Person[], onChoose: (person: Person) => void): void {
  // A layout effect: the next key may come before the next frame.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey && !event.ctrlKey && !event.metaKey) {
        if (runAltKey(event.code, room, people, onChoose)) event.preventDefault();
      } else if (event.key === '/' && !isTyping(event.target)) {
        focusComposer();
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
    const { state, me } = room;
    const { botUserId } = state.app;
    const dm = state.channels.find(
      (one) => one.kind === 'dm' && one.members.includes(me.id) && one.members.includes(botUserId),
    );
    if (dm) room.goTo(dm.id);
  }
  return person !== undefined || code === 'KeyH' || code === 'KeyM';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/** The slash itself is then typed into the field, like any key. */
function focusComposer(): void {
  const line = document.getElementById('composer');
  if (line && !line.closest('[inert]')) line.focus();
}
