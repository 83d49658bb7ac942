import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(() => operator.forget());
afterAll(() => operator.stop());

const cycle = (...words: string[]) => operator.run('cycle', ...words);

/** The made-up company, and a cycle with its review on 31 March. */
async function spring() {
  await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
  await cycle('open', '--review-on', '2027-03-31', '--name', 'Spring');
}

describe('an operator who moves a cycle', () => {
  it('sees who would get how much on which day, and nothing moves before --yes', async () => {
    await spring();
    const shown = await cycle('move', 'Spring', '--review-on', '2027-04-07');
    expect(shown.code).toBe(1);
    expect(shown.out).toContain(
      'Spring: opens 2027-03-10, due 2027-03-24, review 2027-03-31 → opens 2027-03-17, due 2027-03-31, review 2027-04-07',
    );
    expect(shown.out).toMatch(/^ {2}2027-03-17 {2}\d+ messages: 1 admin summary, \d+ invitation/m);
    expect(shown.out).toContain('Nothing is changed yet. Add --yes to do it.');
    expect((await cycle('list')).out).toContain('2027-03-31');
    const moved = await cycle('move', 'spring', '--review-on', '2027-04-07', '--yes');
    expect(moved.out).toContain(
      'Moved Spring: check-ins open on 2027-03-17, they are due on 2027-03-31, reviews start on 2027-04-07.',
    );
  });

  it('is asked back about a weekend', async () => {
    await spring();
    const { code, out } = await cycle('move', 'Spring', '--review-on', '2027-04-03');
    expect(code).toBe(1);
    expect(out).toContain('The review date 2027-04-03 is a Saturday, on which nobody works here.');
  });
});

describe('an operator who adds, closes and cancels cycles', () => {
  it('adds one', async () => {
    await spring();
    const { code, out } = await cycle('add', '--review-on', '2027-05-12', '--yes');
    expect(code).toBe(0);
    expect(out).toContain('Added Q2 2027: check-ins open on 2027-04-21');
  });

  it('adds one for a team, and sees for how many', async () => {
    await spring();
    const words = ['add', '--review-on', '2027-05-12', '--team', 'Mika Manager'];
    const shown = await cycle(...words);
    expect(shown.code).toBe(1);
    expect(shown.out).toMatch(
      /^It is for \d people, those who are meant today; nobody else is asked for anything\.$/m,
    );
    expect(shown.out).toMatch(/^ {2}2027-04-21 {2}3 messages: 1 admin summary, 2 invitation$/m);
    expect((await cycle(...words, '--yes')).code).toBe(0);
    expect((await cycle('list')).out).toMatch(/^May 2027 .* \d people +planned/m);
    const list = ['add', '--review-on', '2027-06-16', '--people', 'U0TEO', 'Rosa Operations'];
    expect((await cycle(...list, '--yes')).code).toBe(0);
    const both = await cycle(...list, '--line', 'U0MIKA', '--yes');
    expect(both.error).toContain("option '--line <manager>' cannot be used with option");
  });

  it('is told which signs a name can not have', async () => {
    for (const name of ['Q1 *new*', 'Q_1', '~Q1~', '`Q1`', 'Q1 :tada:']) {
      const { code, error } = await cycle('add', '--review-on', '2027-05-12', '--name', name);
      expect({ code, error }).toEqual({
        code: 1,
        error: expect.stringContaining('Slack would draw it as something else'),
      });
    }
    const plain = ['Q1: talks', 'R&D <2027>', "Mika's team"];
    for (const name of plain) {
      expect((await cycle('add', '--review-on', '2027-05-12', '--name', name)).error).toBe('');
    }
  });

  it('closes an open one, and only that', async () => {
    await spring();
    expect(await cycle('close', 'Spring', '--yes')).toMatchObject({
      code: 1,
      error: expect.stringContaining('Spring has not opened yet'),
    });
    operator.clock.set('2027-03-10T15:00:00Z');
    await operator.run('reminders', 'send');
    const { code, out } = await cycle('close', 'Spring', '--yes');
    expect(code).toBe(0);
    expect(out).toContain('Closed Spring.');
    expect((await cycle('list')).out).toMatch(/^Spring .* closed/m);
  });

  it('cancels one, and sees what is not sent then', async () => {
    await spring();
    const shown = await cycle('cancel', 'Spring');
    expect(shown.out).toContain('These messages would not be sent any more:');
    expect(shown.out).toContain('What people wrote stays theirs.');
    expect((await cycle('cancel', 'Spring', '--yes')).out).toContain('Cancelled Spring.');
    expect((await cycle('list')).out).toMatch(/^Spring .* cancelled/m);
  });
});

describe('an operator who leaves people out', () => {
  it('sees what they would not get, and does it with --yes', async () => {
    await spring();
    const words = ['exclude', 'Spring', 'U0TEO', 'Rosa Operations', '--until', '2027-03-17'];
    const shown = await cycle(...words);
    expect(shown.code).toBe(1);
    expect(shown.out).toContain('Spring: 2 people would be left out until 2027-03-17.');
    const done = await cycle(...words, '--yes');
    expect(done.out).toContain('Left 2 people out of Spring until 2027-03-17.');
    const included = await cycle('include', 'Spring', 'U0TEO');
    expect(included.code).toBe(1);
    expect(included.out).toMatch(
      /^Spring: 1 person would be asked again\.\nThese messages would be sent to them:\n {2}2027-03-10 {2}1 message: 1 invitation\n/,
    );
    expect(await operator.db.cycleExclusion.count()).toBe(2);
    const again = await cycle('include', 'Spring', 'U0TEO', '--yes');
    expect(again.out).toContain('Spring asks 1 person again.');
    expect(await operator.db.cycleExclusion.count()).toBe(1);
  });

  it('is told who is unknown', async () => {
    await spring();
    expect(await cycle('exclude', 'Spring', 'U0TEO', 'Nobody', '--yes')).toMatchObject({
      code: 1,
      error: 'Nobody here is called nobody. Use Slack ids. Nothing is changed.',
    });
  });
});
