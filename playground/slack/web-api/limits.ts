import type { Args } from './args.js';

const minuteMs = 60_000;

/** Counts calls in real time, as Slack's rate tiers do. */
export class RateLimits {
  private readonly made = new Map<string, number[]>();

  /** Counts a call. Returns 0 if it may pass, else the seconds to wait. */
  wait(method: string, perMinute: number, args: Args): number {
    if (method === 'chat.postMessage') {
      const busy = this.take(`${method} ${args.text('channel')}`, 1, 1000);
      if (busy > 0) return busy;
    }
    return this.take(method, perMinute, minuteMs);
  }

  private take(key: string, most: number, windowMs: number): number {
    const now = Date.now();
    const recent = (this.made.get(key) ?? []).filter((at) => now - at < windowMs);
    const oldest = recent[0];
    if (recent.length >= most && oldest !== undefined) {
      this.made.set(key, recent);
      return Math.max(1, Math.ceil((oldest + windowMs - now) / 1000));
    }
    this.made.set(key, [...recent, now]);
    return 0;
  }
}
