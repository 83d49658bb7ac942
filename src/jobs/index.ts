import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../services/context.js';
import { MinuteJob, type WorkspaceTarget } from './minute-job.js';

export interface JobsOptions {
  context: Context;
  /**
   * The workspaces that this process serves, or a function that is asked for them each minute. They don't
   * wait for each other.
   */
  targets: readonly WorkspaceTarget[] | (() => Promise<readonly WorkspaceTarget[]>);
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
  const all = new JobsOfTargets((target) => new MinuteJob(context, target, stopping.signal));
  let timer: NodeJS.Timeout | undefined;

  function keep(work: Promise<void>): void {
    const run = work.finally(() => running.delete(run));
    running.add(run);
  }

  async function begin(): Promise<void> {
    const current = typeof targets === 'function' ? await targets() : targets;
    if (stopping.signal.aborted) return;
    for (const job of all.of(current)) keep(job.run());
  }

  function everyMinute(): void {
    keep(begin());
    timer = setTimeout(everyMinute, minuteMs - (Date.now() % minuteMs));
  }

  everyMinute();
  return {
    lastSucceededMinute: () => all.lastSucceeded(),
    async stop() {
      clearTimeout(timer);
      stopping.abort();
      await Promise.race([Promise.all(running), pause(stopWithinMs, undefined, { ref: false })]);
    },
  };
}

/** The minute job of each workspace, as long as its target stays the same. */
class JobsOfTargets {
  #jobs = new Map<WorkspaceTarget, MinuteJob>();
  #askedAt: Date | undefined;
  readonly #make: (target: WorkspaceTarget) => MinuteJob;

  constructor(make: (target: WorkspaceTarget) => MinuteJob) {
    this.#make = make;
  }

  of(targets: readonly WorkspaceTarget[]): MinuteJob[] {
    this.#askedAt = new Date();
    const jobs = targets.map((target) => this.#jobs.get(target) ?? this.#make(target));
    this.#jobs = new Map(jobs.map((job) => [job.target, job]));
    return jobs;
  }

  /**
   * Of several workspaces, the longest ago; one that has just come counts from then. Without any there is
   * nothing that could fail.
   */
  lastSucceeded(): Date | undefined {
    const jobs = [...this.#jobs.values()];
    if (jobs.length === 0) return this.#askedAt;
    if (jobs.every(({ lastSucceededAt }) => lastSucceededAt === undefined)) return undefined;
    const times = jobs.map(({ lastSucceededAt, madeAt }) => (lastSucceededAt ?? madeAt).getTime());
    return new Date(Math.min(...times));
  }
}
