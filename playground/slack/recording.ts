import type { ChangeNotice } from '../contract.js';
import type { Store } from './state/store.js';
import type { StoredMessage, StoredView } from './state/types.js';

/**
 * Records everything that the app sends to each person: every version of every message and view, as
 * sent, including what people don't see (values, metadata).
 */
export class Recording {
  readonly #sent = new Map<string, string[]>();
  /** The last recorded version of each message and view. */
  readonly #messages = new WeakMap<StoredMessage, string>();
  readonly #views = new WeakMap<StoredView, string>();
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
    this.#readMessages();
    for (const id of store.seats.keys()) this.#readSeat(id);
    this.#sent.clear();
    store.listeners.add(this.#listen);
  }

  /** Returns what a person was sent since the last call, as JSON. */
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

  /** An edited message counts as new. */
  #readMessages(): void {
    for (const message of this.#store.messages) {
      const { byApp, edited = 'new' } = message;
      if (!byApp || this.#messages.get(message) === edited) continue;
      this.#messages.set(message, edited);
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

  #readView(personId: string, view: StoredView): void {
    const { hash, raw, errors, failure } = view;
    const version = `${hash} ${JSON.stringify(errors)} ${failure ?? ''}`;
    if (this.#views.get(view) === version) return;
    this.#views.set(view, version);
    this.#keep(personId, { raw, errors, failure });
  }

  #keep(personId: string, sent: object): void {
    const list = this.#sent.get(personId) ?? [];
    list.push(JSON.stringify(sent));
    this.#sent.set(personId, list);
  }
}
