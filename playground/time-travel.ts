import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Context } from '../src/services/context.js';
import type { Messenger } from '../src/services/delivery/index.js';
import { nextReminderAt, previewReminders, sendReminders } from '../src/services/reminder/index.js';
import type { Clock as ClockState } from './contract.js';
import type { PlaygroundClock } from './playground-clock.js';

/** The page's request to move the clock; see MoveClock in the contract. */
const moveSchema = z.union([
  z.object({ to: z.iso.datetime({ offset: true }) }),
  z.object({ addMinutes: z.number().positive() }),
  z.object({ toNext: z.literal(true) }),
]);

/** How far ahead the page shows messages, in days, and how many. */
const daysAhead = 120;
const mostUpcoming = 12;
/** How long a message can be claimed at most, in milliseconds. */
const longestInHandMs = 5_000;

/** A workspace to which messages can be sent. */
export interface TravelTarget {
  context: Context;
  workspaceId: string;
  messenger: Messenger;
}

/** Moves the clock, and runs everything that becomes due in between, in order. */
export class TimeTravel {
  constructor(
    readonly clock: PlaygroundClock,
    /** Returns the workspaces of now. */
    readonly targets: () => Promise<readonly TravelTarget[]>,
  ) {}

  /** Throws a ZodError for an invalid body. Returns what is to come in one of the workspaces. */
  async move(body: unknown, workspaceId?: string): Promise<ClockState> {
    await this.#letGo();
    const target = await this.#target(moveSchema.parse(body));
    for (let at = await this.#nextAt(); at && at <= target; at = await this.#nextAt()) {
      this.clock.moveTo(at);
      await this.#sendDue();
    }
    this.clock.moveTo(target);
    await this.#sendDue();
    return this.state(workspaceId);
  }

  /** `workspaceId`: the only one if left out. */
  async state(workspaceId?: string): Promise<ClockState> {
    const now = this.clock.now();
    const targets = await this.targets();
    const shown = targets.find(
      (one) => workspaceId === undefined || one.workspaceId === workspaceId,
    );
    const upcoming = shown
      ? await previewReminders(shown.context, {
          workspaceId: shown.workspaceId,
          from: now,
          until: new Date(now.getTime() + daysAhead * 86_400_000),
        })
      : [];
    return {
      now: now.toISOString(),
      upcoming: upcoming.slice(0, mostUpcoming).map(({ at, recipient, kind, step }) => ({
        at: at.toISOString(),
        to: recipient.slackUserId,
        what: inWords(kind, step),
      })),
    };
  }

  async #target(move: z.infer<typeof moveSchema>): Promise<Date> {
    const now = this.clock.now();
    if ('to' in move) return new Date(move.to);
    if ('addMinutes' in move) return new Date(now.getTime() + move.addMinutes * 60_000);
    return (await this.#nextAt()) ?? now;
  }

  /** Waits for Ladder's own minute job, whose messages belong to the time before the move. */
  async #letGo(): Promise<void> {
    const timeout = AbortSignal.timeout(longestInHandMs);
    for (const { context, workspaceId } of await this.targets()) {
      const where = { workspaceId, state: 'claimed' as const };
      while (!timeout.aborted && (await context.db.delivery.count({ where })) > 0) await pause(20);
    }
  }

  async #nextAt(): Promise<Date | undefined> {
    const from = this.clock.now();
    const times: number[] = [];
    for (const { context, workspaceId } of await this.targets()) {
      const at = await nextReminderAt(context, { workspaceId, from });
      if (at) times.push(at.getTime());
    }
    return times.length === 0 ? undefined : new Date(Math.min(...times));
  }

  async #sendDue(): Promise<void> {
    for (const { context, messenger, workspaceId } of await this.targets()) {
      await sendReminders(context, messenger, workspaceId);
    }
  }
}

/** Formats "reminder" and "day-14" for people: "Reminder, 14 days before the reviews". */
function inWords(kind: string, step: string): string {
  const words = kind.replaceAll('_', ' ');
  const name = kind === 'digest' ? 'Manager digest' : words[0]?.toUpperCase() + words.slice(1);
  const weeks = /^week-(\d+)$/.exec(step)?.[1];
  if (weeks !== undefined) {
    return `${name}, ${weeks} ${weeks === '1' ? 'week' : 'weeks'} after the reviews started`;
  }
  const days = /^day-(\d+)$/.exec(step)?.[1];
  if (days === undefined) return name;
  return `${name}, ${days} ${days === '1' ? 'day' : 'days'} before the reviews`;
}
