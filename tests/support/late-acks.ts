import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { RecordedLine } from './recording-log.js';

const slackWaitsMs = 3000;
const late = 'a request was not acknowledged within three seconds';

/**
 * Watches that every request is acknowledged in the time that Slack has for it, by the app's own clock.
 * How long this process didn't get to run at all, on a busy machine, is not the app's doing and is
 * taken off.
 */
export function watchAcks(): { late: (logged: readonly RecordedLine[]) => object[] } {
  const stalls: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 });
  stalls.enable();
  return {
    late(logged) {
      stalls.disable();
      const stalledMs = stalls.count > 0 ? stalls.max / 1e6 : 0;
      return logged
        .filter(({ sentence }) => sentence === late)
        .map(({ fields }) => fields)
        .filter((fields) => tookMs(fields) - stalledMs > slackWaitsMs);
    },
  };
}

function tookMs(fields: { ackMs?: number; totalMs?: number }): number {
  return fields.ackMs ?? fields.totalMs ?? 0;
}
