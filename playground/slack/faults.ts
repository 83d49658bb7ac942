/** A fault of a Web API method (or 'response_url', or '*' for all). */
export interface Fault {
  /** 429 with Retry-After. */
  rateLimit?: { retryAfterSeconds: number };
  /** Another HTTP status with an empty body. */
  status?: number;
  /** An ok:false with this error. */
  error?: string;
  /** Closes the connection before or after the call has its effect. */
  drop?: 'before' | 'after';
  delayMs?: number;
}

/** Faults that tests inject. Each is used up as calls meet it. */
export class Faults {
  private waiting: { method: string; fault: Fault; times: number }[] = [];

  /** Answers 429 to the next `times` calls (default 1). */
  rateLimit(method: string, { retryAfterSeconds = 1, times = 1 } = {}): void {
    this.waiting.push({ method, fault: { rateLimit: { retryAfterSeconds } }, times });
  }

  /** Answers the next `times` calls (default 1) with an HTTP status, such as 500. */
  respond(method: string, { status, times = 1 }: { status: number; times?: number }): void {
    this.waiting.push({ method, fault: { status }, times });
  }

  /** Answers the next `times` calls (default 1) with one of Slack's errors. */
  fail(method: string, error: string, { times = 1 } = {}): void {
    this.waiting.push({ method, fault: { error }, times });
  }

  /**
   * Closes the connection of the next `times` calls (default 1), `after` their effect or before.
   */
  drop(method: string, { after = false, times = 1 } = {}): void {
    this.waiting.push({ method, fault: { drop: after ? 'after' : 'before' }, times });
  }

  /** Delays answers until `clear` (or for `times` calls). */
  delay(method: string, ms: number, { times = Number.POSITIVE_INFINITY } = {}): void {
    this.waiting.push({ method, fault: { delayMs: ms }, times });
  }

  /** Removes the faults of one method or of all. */
  clear(method?: string): void {
    this.waiting = this.waiting.filter((one) => method !== undefined && one.method !== method);
  }

  /** Returns the faults for the next call of a method: a delay and one other at most. */
  take(method: string): Fault {
    const met: Fault = {};
    for (const one of this.waiting) {
      if (one.method !== method && one.method !== '*') continue;
      const isDelay = one.fault.delayMs !== undefined;
      if (isDelay ? met.delayMs !== undefined : hasOther(met)) continue;
      Object.assign(met, one.fault);
      one.times -= 1;
    }
    this.waiting = this.waiting.filter((one) => one.times > 0);
    return met;
  }
}

function hasOther(fault: Fault): boolean {
  return Object.keys(fault).some((key) => key !== 'delayMs');
}
