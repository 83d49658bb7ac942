import type { ChangeNotice } from '../contract.js';
import type { Store } from './state/store.js';
import type { StoredMessage, StoredView } from './state/types.js';

/**
 * All that the app has sent to each person since the recording began: every version of every message
 * and view, as it came over the wire, with what people don't see (values, metadata) as well.
 */
export class Recording {
  readonly #sent = new Map<string, string[]>();
  readonly #known = new Set<string>();
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    this.#readMessages();
    for (const id of store.seats.keys()) this.#readSeat(id);
    this.#sent.clear();
    store.listeners.add(this.#listen);
  }

  /** What a person was sent since it was last taken, as JSON. */
  take(personId: string): string[] {
    const sent = this.#sent.get(personId) ?? [];
    this.#sent.delete(personId);
    return sent;
  }

  stop(): void {
    this.#store.listeners.delete(this.#listen);
  }

  readonly #listen = ({ about, personId }: ChangeNotice): void => {
    if (about === 'messages') this.#readMessages();
    if (about === 'seats' && personId !== undefined) this.#readSeat(personId);
  };

  /** An older message is new where it was edited. */
  #readMessages(): void {
    for (const message of this.#store.messages) {
      const key = `${message.channel} ${message.ts} ${message.edited ?? ''}`;
      if (!message.byApp || this.#known.has(key)) continue;
      this.#known.add(key);
      for (const personId of this.#readersOf(message)) this.#keep(personId, message);
    }
  }

  #readersOf({ channel, ephemeralTo }: StoredMessage): readonly string[] {
    if (ephemeralTo !== undefined) return [ephemeralTo];
    return this.#store.channels.get(channel)?.members ?? [];
  }

  #readSeat(personId: string): void {
    const { home, modals } = this.#store.seat(personId);
    for (const view of home ? [...modals, home] : modals) this.#readView(personId, view);
  }

  #readView(personId: string, { id, hash, raw, errors, trouble }: StoredView): void {
    const sent = { raw, errors, trouble };
    const key = `${id} ${hash} ${JSON.stringify(errors)} ${trouble ?? ''}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#keep(personId, sent);
  }

  #keep(personId: string, sent: object): void {
    const list = this.#sent.get(personId) ?? [];
    list.push(JSON.stringify(sent));
    this.#sent.set(personId, list);
  }
}
