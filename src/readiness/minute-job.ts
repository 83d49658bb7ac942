import { type Check, failing, ok } from './index.js';

/**
 * After how many minutes without success the minute job, which runs every minute, counts as
 * failing.
 */
const lateMinutes = 5;

/**
 * Checks that the minute job works on this instance; `lastSucceededMinute` returns when it last
 * succeeded.
 */
export function minuteJobCheck(
  lastSucceededMinute: () => Date | undefined,
  { startedAt, now = Date.now }: { startedAt: Date; now?: () => number },
): Check {
  return {
    about: 'round',
    holdsMs: 1000,
    otherwise: "The minute's job can't be looked at.",
    async run() {
      const last = lastSucceededMinute();
      const minutes = Math.floor((now() - (last ?? startedAt).getTime()) / 60_000);
      if (minutes < lateMinutes) {
        return ok("The minute's job, which sends messages, does its work.");
      }
      const since = last
        ? `The minute's job, which sends messages, has not ended well for ${minutes} minutes`
        : `The minute's job, which sends messages, has not ended well since the start ${minutes} minutes ago`;
      return failing(
        `${since}. The log says why, in its lines of level 50; nothing that is due gets lost meanwhile.`,
      );
    },
  };
}
