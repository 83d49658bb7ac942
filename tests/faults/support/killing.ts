import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from './random.js';
import type { SupervisedServer } from './server.js';

export interface Killing {
  /** No more kills; resolves when the server answers again. */
  stop(): Promise<void>;
}

export interface KillingOptions {
  /** How many kills at most. */
  most: number;
  /** From the server's answering until the kill, in milliseconds: at least and at most. */
  afterMs: readonly [number, number];
  /** Looked at after each start. */
  afterEach?: () => Promise<void>;
}

/** Kills a server at random moments, now and then while it is still starting. */
export function killNowAndThen(
  server: SupervisedServer,
  random: Random,
  { most, afterMs: [least, longest], afterEach }: KillingOptions,
): Killing {
  let isOn = true;
  const run = async () => {
    while (isOn && server.kills < most) {
      if (random.chance(0.25)) await pause(random.between(100, 900));
      else {
        await server.ready();
        await pause(random.between(least, longest));
      }
      if (!isOn) break;
      server.kill();
      if (afterEach && random.chance(0.5)) {
        await server.ready();
        await afterEach();
      }
    }
    await server.ready();
  };
  const running = run();
  return {
    async stop() {
      isOn = false;
      await running;
    },
  };
}
