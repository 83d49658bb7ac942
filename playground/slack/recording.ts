import type { ChangeNotice } from '../contract.js';
import type { Store } from './state/store.js';
import type { StoredMessage, StoredView } from './state/types.js';

/**
 * All that the app has sent to each person since the recording began: every version of every message
 * and view, as it came over the wire, with what people don't see (values, metadata) as well.
 */
export class Recording {
  readonly #sent = new Map<string, string[]>();
  /** Which version of a message and of a view was kept last. */
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
    const { hash, raw, errors, trouble } = view;
    const version = `${hash} ${JSON.stringify(errors)} ${trouble ?? ''}`;
    if (this.#views.get(view) === version) return;
    this.#views.set(view, version);
    this.#keep(personId, { raw, errors, trouble });
  }

  #keep(personId: string, sent: object): void {
    const list = this.#sent.get(personId) ?? [];
    list.push(JSON.stringify(sent));
    this.#sent.set(personId, list);
  }
}
