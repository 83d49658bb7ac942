import { useState } from 'preact/hooks';
import type { Person } from '../../contract.js';
import { useRoom } from '../live/room.js';
import type { Unread } from '../live/unread.js';
import { inZone } from '../text/slack-date.js';
import { Avatar } from './avatar.js';

interface Props {
  people: Person[];
  unread: Unread;
  onChoose(person: Person): void;
}

/**
 * The list of people to act as. Arrow keys move through it; Alt and a digit select one from
 * anywhere.
 */
export function People({ people, unread, onChoose }: Props) {
  const { me } = useRoom();
  const [wanted, setWanted] = useState('');
  const shown = shownOf(people, wanted, me);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = shown.findIndex((person) => person.id === me.id);
    const next = shown[(at + step + shown.length) % shown.length];
    if (!next) return;
    onChoose(next);
    document.getElementById(`person-${next.id}`)?.focus();
  };
  return (
    <nav class="people" aria-label="People">
      <h2 class="side-heading">You are</h2>
      {people.length > mostShown && (
        <input
          type="search"
          class="people-search"
          aria-label="Find somebody"
          placeholder={`Find one of ${people.length}`}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <div role="radiogroup" aria-label="You are" onKeyDown={onKeyDown}>
        {shown.map((person, index) => (
          <PersonButton
            key={person.id}
            person={person}
            digit={wanted === '' && index < 9 ? index + 1 : undefined}
            chosen={person.id === me.id}
            unread={unread(person.id)}
            onChoose={() => onChoose(person)}
          />
        ))}
      </div>
      <dl class="keys">
        <dt>Alt 1 to 9</dt>
        <dd>be somebody else</dd>
        <dt>Alt H, Alt M</dt>
        <dd>Home, Messages</dd>
        <dt>/</dt>
        <dd>write a command</dd>
      </dl>
    </nav>
  );
}

const mostShown = 40;

/** Returns the first people whose name or title contains the words, and the person who is chosen. */
function shownOf(people: Person[], wanted: string, me: Person): Person[] {
  const words = wanted.trim().toLocaleLowerCase();
  const found = people
    .filter(({ name, title = '' }) => `${name} ${title}`.toLocaleLowerCase().includes(words))
    .slice(0, mostShown);
  return found.some(({ id }) => id === me.id) ? found : [...found, me];
}

interface ButtonProps {
  person: Person;
  digit: number | undefined;
  chosen: boolean;
  unread: number;
  onChoose(): void;
}

function PersonButton({ person, digit, chosen, unread, onChoose }: ButtonProps) {
  const { reader } = useRoom();
  const time = inZone(reader.now, { ...reader, tz: person.tz }, { timeStyle: 'short' });
  const left = person.deleted ? ' person--left' : '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a radio input could not hold all this
    <button
      type="button"
      id={`person-${person.id}`}
      class={`person${chosen ? ' person--chosen' : ''}${left}`}
      role="radio"
      aria-checked={chosen}
      title={person.name}
      tabIndex={chosen ? 0 : -1}
      onClick={onChoose}
    >
      <span class="person-picture">
        <Avatar person={person} size={40} />
        {unread > 0 && <span class="unread-dot" />}
      </span>
      <span class="person-words">
        <span class="person-name">{person.name}</span>
        <span class="person-title">{person.title}</span>
        <span class="person-zone">
          {place(person.tz)} · {time}
          {person.isAdmin && ' · admin'}
          {person.isGuest && ' · guest'}
          {person.deleted && ' · has left'}
        </span>
      </span>
      {unread > 0 && <span class="unseen">{unread} unread</span>}
      {digit && <kbd class="person-digit">{digit}</kbd>}
    </button>
  );
}

/** Formats 'America/New_York' as 'New York'. */
export function place(tz: string): string {
  return (tz.split('/').at(-1) ?? tz).replaceAll('_', ' ');
}
