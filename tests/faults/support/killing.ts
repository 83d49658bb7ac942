import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from './random.js';
import type { World } from './world.js';

export interface Killing {
  /** No more kills; resolves when the server answers again. */
  stop(): Promise<void>;
}

export interface KillingOptions {
  /** How many kills at most. */
  most: number;
  /**
   * How many requests and calls pass between Slack and the server until the next kill: at least and
   * at most. Counted in these and not in time, so that a slow machine comes as far as a fast one.
   */
  after: readonly [number, number];
  /** Looked at after some of the starts. */
  look?: () => Promise<void>;
}

/** Kills a server at random moments, now and then while it is still starting. */
export function killNowAndThen(
  { server, slack }: World,
  random: Random,
  { most, after: [least, longest], look }: KillingOptions,
): Killing {
  let isOn = true;
  const passed = () => Math.max(slack.requests.at(-1)?.id ?? 0, slack.calls.at(-1)?.id ?? 0);
  const run = async () => {
    while (isOn && server.kills < most) {
      await server.ready();
      const goal = passed() + random.between(least, longest);
      while (isOn && passed() < goal) await pause(5);
      if (!isOn) break;
      server.kill();
      if (random.chance(0.25)) {
        await pause(random.between(50, 1_000));
        server.kill();
      } else if (look && random.chance(0.5)) {
        await server.ready();
        await look();
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
