import type { Panel } from '../ui/panel.js';
import type { postOf } from '../ui/press.js';
import { Recent } from '../ui/recent.js';

/** What a panel shows now: a message, or a window. */
export type Content = { text?: string; blocks: unknown[] };

/** A panel in which somebody has pressed something. */
export interface OpenPanel extends Panel {
  place: string;
  put(content: Content): Promise<unknown>;
  isReplaced(): boolean;
  /** How often it may still be drawn. */
  left: number;
  /** In real time, as Slack counts it. */
  until: number;
}

/**
 * Where one person has pressed something that may open a window: what they send there shows in these
 * places. The times are real ones, in milliseconds.
 */
interface Places {
  homeAt?: number;
  /** The latest post of ours. */
  post?: { channelId: string; ts: string; at: number };
  panels?: OpenPanel[];
}

/** So long after a press its window may be sent. */
const keptMs = 3_600_000;

/**
 * Where the people who pressed last have done so, at this process. Another process doesn't know of it:
 * there the press is answered as here, and these places are drawn anew when something is pressed in
 * them next; posts also within a minute or two, because what changed them has marked them.
 */
export class PressedPlaces {
  readonly #places = new Recent<Places>();

  noteHome(user: string): void {
    this.#note(user, { homeAt: Date.now() });
  }

  notePost(user: string, post: NonNullable<ReturnType<typeof postOf>>): void {
    this.#note(user, { post: { ...post, at: Date.now() } });
  }

  notePanels(user: string, panels: OpenPanel[]): void {
    this.#note(user, { panels });
  }

  isHomeRecent(user: string): boolean {
    return isRecent(this.#places.get(user)?.homeAt);
  }

  recentPost(user: string): { channelId: string; ts: string } | undefined {
    const { channelId, ts, at } = this.#places.get(user)?.post ?? nowhere;
    return isRecent(at) ? { channelId, ts } : undefined;
  }

  /** Those that may still be drawn anew. */
  openPanels(user: string): OpenPanel[] {
    const panels = this.#places.get(user)?.panels ?? [];
    return panels.filter(({ until, isReplaced }) => until > Date.now() && !isReplaced());
  }

  #note(user: string, places: Places): void {
    this.#places.set(user, { ...this.#places.get(user), ...places });
  }
}

const nowhere = { channelId: '', ts: '', at: 0 };

function isRecent(at = 0): boolean {
  return Date.now() - at < keptMs;
}
