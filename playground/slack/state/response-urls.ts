import { randomBytes } from 'node:crypto';

/** The target of a response_url. */
export interface ResponseTarget {
  personId: string;
  channel: string;
  /** The message with the pressed element, if it was one. */
  ts?: string;
}

const mostUses = 5;

/** response_urls: five uses within half an hour of real time. */
export class ResponseUrls {
  private readonly known = new Map<string, ResponseTarget & { madeAt: number; uses: number }>();

  constructor(
    private readonly lifeMs: () => number,
    private readonly baseUrl: () => string,
  ) {}

  make(target: ResponseTarget): string {
    const key = randomBytes(12).toString('hex');
    this.known.set(key, { ...target, madeAt: Date.now(), uses: 0 });
    return `${this.baseUrl()}/response/${key}`;
  }

  /** Counts one use. Returns the target, or Slack's error. */
  use(key: string): ResponseTarget | { fault: 'expired_url' | 'used_url' | 'no_url' } {
    const target = this.known.get(key);
    if (!target) return { fault: 'no_url' };
    if (Date.now() - target.madeAt > this.lifeMs()) return { fault: 'expired_url' };
    if (target.uses >= mostUses) return { fault: 'used_url' };
    target.uses += 1;
    return target;
  }
}
