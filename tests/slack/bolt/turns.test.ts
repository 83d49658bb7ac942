import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/slack/bolt/turns/turns.js';

const forever = { patienceMs: undefined };

/** What has become of a turn by now; undefined while it is waited for. */
async function soFar<T>(turn: Promise<T>): Promise<T | undefined> {
  return Promise.race([turn, pause(1).then(() => undefined)]);
}

describe('the turns of one person', () => {
  it('are few at a time, in their order, and of no concern to others', async () => {
    const turns = new Turns({ running: 1, waiting: 5 });
    const first = await turns.take('Rosa', forever);
    const [second, third] = [turns.take('Rosa', forever), turns.take('Rosa', forever)];
    expect(await soFar(second)).toBeUndefined();
    expect(await soFar(turns.take('Teo', forever))).toBeTypeOf('function');
    if (typeof first === 'function') first();
    const turn = await second;
    expect(await soFar(third)).toBeUndefined();
    if (typeof turn === 'function') turn();
    expect(await third).toBeTypeOf('function');
  });

  it('are refused at once where they may not wait, and after a while where they may', async () => {
    const turns = new Turns({ running: 1, waiting: 5 });
    await turns.take('Rosa', forever);
    expect(await turns.take('Rosa', { patienceMs: 0 })).toBe('refused');
    expect(await turns.take('Rosa', { patienceMs: 10 })).toBe('refused');
  });

  it('are refused where too many wait, but a newer one of a field takes the place of the older', async () => {
    const turns = new Turns({ running: 1, waiting: 2 });
    await turns.take('Rosa', forever);
    const [text, choice] = ['text', 'choice'].map((replaceable) =>
      turns.take('Rosa', { ...forever, replaceable }),
    );
    expect(await turns.take('Rosa', forever)).toBe('refused');
    const newer = turns.take('Rosa', { ...forever, replaceable: 'text' });
    expect(await text).toBe('replaced');
    expect(await Promise.all([newer, choice].map((one) => one && soFar(one)))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('leave nothing behind', async () => {
    const turns = new Turns({ running: 1, waiting: 5 });
    for (let i = 0; i < 100; i++) {
      const turn = await turns.take(String(i), forever);
      if (typeof turn === 'function') turn();
    }
    expect(turns.size).toBe(0);
  });
});
