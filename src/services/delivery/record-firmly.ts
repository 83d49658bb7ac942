import type { Context } from '../context.js';
import { describeError, isTransient } from '../errors/index.js';
import type { ClaimedDelivery } from '../message.js';
import type { SendOutcome } from './messenger.js';
import { recordOutcome } from './outcomes.js';
import { sleep } from './sleep.js';

/** Waits between the tries to record an outcome: a short outage shouldn't make it unknown. */
const recordingWaitsMs = [200, 1_000, 3_000];

/**
 * Records what became of messages, again where the database is away for a moment. Never throws: what
 * can't be recorded counts as perhaps sent, and is looked for in Slack.
 */
export async function recordFirmly(
  { db, log }: Context,
  sent: readonly ClaimedDelivery[],
  { outcome, at }: { outcome: SendOutcome; at: Date },
): Promise<void> {
  const deliveries = sent.map(({ id }) => id);
  for (const waitMs of [...recordingWaitsMs, undefined]) {
    try {
      return await recordOutcome(db, sent, outcome, at);
    } catch (error) {
      const fields = { deliveries, outcome: outcome.state, ...describeError(error) };
      if (waitMs === undefined || !isTransient(error)) {
        log.error(
          fields,
          'what became of a message could not be recorded; it counts as perhaps sent',
        );
        return;
      }
      log.warn(fields, 'what became of a message could not be recorded; it is tried again');
      await sleep(waitMs);
    }
  }
}
