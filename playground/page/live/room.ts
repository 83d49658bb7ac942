import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Channel, Person, State } from '../../contract.js';
import type { Reader } from '../text/slack-date.js';
import type { Live } from './live.js';

/** The context of every part of the page: the state and the person who is looking at it. */
export interface Room {
  live: Live;
  state: State;
  me: Person;
  reader: Reader;
  person(id: string): Person | undefined;
  channel(id: string): Channel | undefined;
  /** Shows a problem to the person for a while. */
  warn(problem: string): void;
  /** Switches to 'home' or a channel. */
  goTo(tab: string): void;
}

export const RoomContext = createContext<Room | undefined>(undefined);

/** Throws outside of the page's App. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error('Used outside of a room');
  return room;
}
