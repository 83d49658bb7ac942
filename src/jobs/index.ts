import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../services/context.js';
import { MinuteJob, type WorkspaceTarget } from './minute-job.js';

export interface JobsOptions {
  context: Context;
  /** The workspaces that this process serves; they don't wait for each other. */
  targets: readonly WorkspaceTarget[];
}

export interface Jobs {
  /** Returns when the minute job last succeeded; of several workspaces, the longest ago. */
  lastSucceededMinute(): Date | undefined;
  /** Begins nothing new and waits for what runs, at most nine seconds. */
  stop(): Promise<void>;
}

const minuteMs = 60_000;
const stopWithinMs = 9_000;

/**
 * Starts the minute job: at once, since something may have become due while nothing ran, and then
 * at every full minute. Any number of processes may do this on one database; they need no leader.
 */
export function startJobs({ context, targets }: JobsOptions): Jobs {
  const stopping = new AbortController();
  // Every message that waits for its slot listens; Node would take so many for a leak, and say so.
  setMaxListeners(0, stopping.signal);
  const running = new Set<Promise<void>>();
  const all = targets.map((target) => new MinuteJob(context, target, stopping.signal));
  let timer: NodeJS.Timeout | undefined;

  function everyMinute(): void {
    for (const job of all) {
      const run = job.run().finally(() => running.delete(run));
      running.add(run);
    }
    timer = setTimeout(everyMinute, minuteMs - (Date.now() % minuteMs));
  }

  everyMinute();
  return {
    lastSucceededMinute() {
      const times = all.map(({ lastSucceededAt }) => lastSucceededAt?.getTime() ?? Number.NaN);
      const oldest = Math.min(...times);
      return Number.isFinite(oldest) ? new Date(oldest) : undefined;
    },
    async stop() {
      clearTimeout(timer);
      stopping.abort();
      await Promise.race([Promise.all(running), pause(stopWithinMs, undefined, { ref: false })]);
    },
  };
}
