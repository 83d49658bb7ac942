import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openView, sendCheckIn } from '../assessment/desk.js';
import { goOn, openCheckIn, openQuarter, reads } from './desk.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
  await sendCheckIn(ladder, 'Teo');
});
afterAll(() => ladder.stop());

type Actor = ReturnType<TestLadder['as']>;

/** The inputs of the window on top that Slack calls optional: by block id, what is said about them. */
function optional(person: Actor): [string, string][] {
  const blocks = person.modal()?.blocks ?? [];
  return blocks.flatMap(({ type, optional: isOptional, block_id = '', hint }) => {
    const { text = '' } = (hint ?? {}) as { text?: string };
    return type === 'input' && isOptional ? [[block_id, text] as [string, string]] : [];
  });
}

const needed = (person: Actor) =>
  optional(person).filter(([, hint]) => hint.startsWith('Needed for '));

/** Goes through the pages and fills what says that it is needed, but on one page. Counts what it filled. */
async function fill(person: Actor, choose: string, leftOut?: number): Promise<number> {
  let filled = 0;
  for (let page = 0; page < 5; page += 1) {
    const [first, ...others] = needed(person);
    expect(others).toEqual([]);
    expect(optional(person).length).toBeGreaterThan(1);
    expect(first?.[0]).toMatch(/^choice:/);
    if (page !== leftOut) {
      await person.choose('modal', choose, 'Meeting');
      filled += 1;
    }
    await goOn(person);
  }
  return filled;
}

describe('what Slack calls optional', () => {
  it('is needed for sending a check-in where it says so, and nowhere else', async () => {
    const rosa = ladder.as('Rosa');
    await openCheckIn(ladder, rosa);
    expect(await fill(rosa, 'check_in.choose', 3)).toBe(4);
    expect(needed(rosa)).toEqual([]);
    await goOn(rosa);
    expect(reads(rosa)).toContain('still needs an answer');
    expect(needed(rosa)).toHaveLength(1);
    await rosa.choose('modal', 'check_in.choose', 'Meeting');
    await goOn(rosa);
    await goOn(rosa);
    expect(reads(rosa)).toContain('is sent.');
  });

  it('is needed for giving a view where it says so, and nowhere else', async () => {
    const mika = ladder.as('Mika');
    await openView(ladder, mika, 'Teo');
    expect(await fill(mika, 'assessment.choose', 0)).toBe(4);
    expect(needed(mika)).toEqual([]);
    await goOn(mika);
    expect(reads(mika)).toContain('still needs an answer');
    expect(needed(mika)).toHaveLength(1);
    await mika.choose('modal', 'assessment.choose', 'Meeting');
    await goOn(mika);
    await goOn(mika);
    expect(mika.modal()?.title).toBe('Give your view?');
    await goOn(mika);
    expect(reads(mika)).toContain('is in, and so is theirs');
  });
});
