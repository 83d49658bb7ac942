import type { Person } from '../../contract.js';
import { LadderIcon } from '../icons.js';
import { useRoom } from '../live/room.js';

/** The square with the initials; the app has an icon. */
export function Avatar({ person, size = 36 }: { person: Person | undefined; size?: number }) {
  const isApp = person !== undefined && person.id === useRoom().state.app.botUserId;
  const style = {
    width: `${size}px`,
    height: `${size}px`,
    fontSize: `${Math.round(size * 0.4)}px`,
    background: isApp ? undefined : person?.avatarColour,
  };
  return (
    <span class={isApp ? 'avatar avatar--app' : 'avatar'} style={style} aria-hidden="true">
      {isApp ? <LadderIcon /> : initials(person?.name ?? '?')}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
