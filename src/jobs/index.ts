import PgBoss from 'pg-boss';
import type { Context, Log } from '../services/context.js';
import type { Messenger } from '../services/messenger.js';
import { sendReminders } from '../services/reminders.js';

export interface JobsOptions {
  /** The Postgres that Ladder itself uses; the queue lives there in a schema of its own. */
  url: string;
  context: Context;
  messenger: Messenger;
  workspaceId: string;
  /** Brings the people's zones up to date before anything is sent by them. */
  refreshProfiles?: () => Promise<unknown>;
}

export interface Jobs {
  /** Takes no new work and waits for what runs, at most nine seconds. */
  stop(): Promise<void>;
}

const queue = 'send-reminders';
const everyMinute = '* * * * *';
const stopWithinMs = 9_000;

/**
 * Starts what runs by itself: every minute, on one of however many instances there are, what is due
 * is sent. A run that failed isn't tried again by itself; the next minute's does the same work.
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { url, context } = options;
  const boss = new PgBoss({ connectionString: url, schema: 'pgboss', max: 3 });
  // Without a listener an error of the queue's own connection would end the process.
  boss.on('error', (error) => context.log.warn(nameOf(error), 'the job queue stumbled'));
  const stopping = new AbortController();
  await boss.start();
  // "short": one waits at most, so that a long run doesn't pile up others behind it.
  await boss.createQueue(queue, {
    name: queue,
    policy: 'short',
    retryLimit: 0,
    expireInMinutes: 60,
  });
  await boss.schedule(queue, everyMinute);
  // What fell due while nothing ran doesn't wait for the next full minute.
  await boss.send(queue, {});
  await boss.work(queue, { pollingIntervalSeconds: 2 }, () => runOnce(options, stopping.signal));
  return {
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, wait: true, timeout: stopWithinMs });
    },
  };
}

/** One minute's work. Throws what the database throws; the queue notes it and goes on. */
export async function runOnce(options: JobsOptions, signal?: AbortSignal): Promise<void> {
  const { context, messenger, workspaceId, refreshProfiles } = options;
  await refreshProfiles?.().catch((error) => {
    context.log.warn(nameOf(error), "people's profiles could not be read from Slack");
  });
  try {
    await sendReminders(context, messenger, {
      workspaceId,
      at: context.clock.now(),
      ...(signal && { signal }),
    });
  } catch (error) {
    logFailure(context.log, error);
    throw error;
  }
}

function logFailure(log: Log, error: unknown): void {
  log.error(nameOf(error), 'sending what is due failed; it is tried again in a minute');
}

function nameOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  return { error: error.name, ...(typeof code === 'string' && { code }) };
}
