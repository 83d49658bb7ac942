import { useEffect, useState } from 'preact/hooks';
import { isVisibleTo, type Message, type State } from '../../contract.js';

/** The ts of the newest message that a person has seen, by 'person/channel'. */
type Seen = Record<string, string>;

const storageKey = 'ladder-playground-seen';

/** Returns how many messages of a channel a person has not seen. */
export type Unread = (personId: string, channelId?: string) => number;

/**
 * Counts each person's unseen messages. The channel on screen counts as seen by the person who
 * looks at it.
 */
export function useUnread(state: State | undefined, me: string, tab: string): Unread {
  const [seen, setSeen] = useState<Seen>(readSeen);
  const newest = state ? newestTs(state.messages, tab) : '';
  useEffect(() => {
    const key = `${me}/${tab}`;
    if (!newest || (seen[key] ?? '') >= newest) return;
    const next = { ...seen, [key]: newest };
    setSeen(next);
    keepSeen(next);
  }, [me, tab, newest, seen]);
  return (personId, channelId) => {
    if (!state) return 0;
    return state.messages.filter(
      (message) =>
        message.from !== personId &&
        (channelId === undefined || message.channel === channelId) &&
        message.ts > state.readUntil &&
        message.ts > (seen[`${personId}/${message.channel}`] ?? '') &&
        isVisibleTo(state, message, personId),
    ).length;
  };
}

function newestTs(messages: Message[], channel: string): string {
  return messages.reduce(
    (newest, message) => (message.channel === channel && message.ts > newest ? message.ts : newest),
    '',
  );
}

/** Stored for the tab's lifetime only, because a new playground has an older clock. */
function readSeen(): Seen {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? '{}') as Seen;
  } catch {
    return {};
  }
}

function keepSeen(seen: Seen): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(seen));
  } catch {
    // Without storage the state lasts until the next reload.
  }
}
