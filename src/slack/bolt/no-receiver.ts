import type { Receiver } from '@slack/bolt';

/** For an app whose requests come from a reception, which several apps share. */
export const noReceiver: Receiver = { init() {}, async start() {}, async stop() {} };
