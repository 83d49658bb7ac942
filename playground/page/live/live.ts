import { type Clock, paths, type State } from '../../contract.js';
import { get } from './requests.js';

/** The page's copy of the playground's state. */
export interface Snapshot {
  state?: State;
  clock?: Clock;
  /** Whether the stream of changes is open. */
  connected: boolean;
}

/** Keeps a snapshot up to date: fetches after every change notice, one fetch at a time. */
export class Live {
  snapshot: Snapshot = { connected: false };
  private listeners = new Set<() => void>();
  private running: Promise<void> | undefined;
  private queued: Promise<void> | undefined;
  private clockTimer: number | undefined;

  start(): void {
    const stream = new EventSource(paths.events);
    stream.addEventListener('open', () => {
      this.set({ connected: true });
      void this.refresh();
    });
    stream.addEventListener('error', () => this.set({ connected: false }));
    stream.addEventListener('change', () => void this.refresh());
    window.setInterval(() => void this.refresh(), 30_000);
    void this.refresh();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves when a state fetched after this call is rendered. */
  refresh(): Promise<void> {
    if (!this.running) {
      this.running = this.fetchState().finally(() => {
        this.running = undefined;
      });
      return this.running;
    }
    this.queued ??= this.running.then(() => {
      this.queued = undefined;
      return this.refresh();
    });
    return this.queued;
  }

  set(change: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }

  private async fetchState(): Promise<void> {
    const state = await get<State>(paths.state);
    if (state) this.set({ state });
    this.refreshClockSoon();
  }

  /**
   * The next messages are computed from the database, so they are fetched when nothing else is
   * going on.
   */
  private refreshClockSoon(): void {
    window.clearTimeout(this.clockTimer);
    this.clockTimer = window.setTimeout(async () => {
      const clock = await get<Clock>(paths.clock);
      if (clock) this.set({ clock });
    }, 400);
  }
}
