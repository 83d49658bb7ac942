import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { RequestQueues } from '../../../src/slack/bolt/concurrency/request-queues.js';

const forever = { maxWaitMs: undefined };

/** What has become of a request by now; undefined while it is waited for. */
async function soFar<T>(slot: Promise<T>): Promise<T | undefined> {
  return Promise.race([slot, pause(1).then(() => undefined)]);
}

describe('the requests of one person', () => {
  it('are few at a time, in their order, and of no concern to others', async () => {
    const queues = new RequestQueues({ running: 1, waiting: 5 });
    const first = await queues.acquire('Rosa', forever);
    const [second, third] = [queues.acquire('Rosa', forever), queues.acquire('Rosa', forever)];
    expect(await soFar(second)).toBeUndefined();
    expect(await soFar(queues.acquire('Teo', forever))).toBeTypeOf('function');
    if (typeof first === 'function') first();
    const slot = await second;
    expect(await soFar(third)).toBeUndefined();
    if (typeof slot === 'function') slot();
    expect(await third).toBeTypeOf('function');
  });

  it('are refused at once where they may not wait, and after a while where they may', async () => {
    const queues = new RequestQueues({ running: 1, waiting: 5 });
    await queues.acquire('Rosa', forever);
    expect(await queues.acquire('Rosa', { maxWaitMs: 0 })).toBe('refused');
    expect(await queues.acquire('Rosa', { maxWaitMs: 10 })).toBe('refused');
  });

  it('are refused where too many wait, but a newer one of a field takes the place of the older', async () => {
    const queues = new RequestQueues({ running: 1, waiting: 2 });
    await queues.acquire('Rosa', forever);
    const [text, choice] = ['text', 'choice'].map((replaceable) =>
      queues.acquire('Rosa', { ...forever, replaceable }),
    );
    expect(await queues.acquire('Rosa', forever)).toBe('refused');
    const newer = queues.acquire('Rosa', { ...forever, replaceable: 'text' });
    expect(await text).toBe('replaced');
    expect(await Promise.all([newer, choice].map((one) => one && soFar(one)))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('leave nothing behind', async () => {
    const queues = new RequestQueues({ running: 1, waiting: 5 });
    for (let i = 0; i < 100; i++) {
      const slot = await queues.acquire(String(i), forever);
      if (typeof slot === 'function') slot();
    }
    expect(queues.size).toBe(0);
  });
});
