import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(() => operator.forget());
afterAll(() => operator.stop());

const settings = (...words: string[]) => operator.run('settings', ...words);

describe('an operator who looks at the settings', () => {
  it('sees each with its value, its effect, and its default where that is another', async () => {
    await settings('set', 'working_hours', '8-16');
    const { code, out } = await settings('show');
    expect(code).toBe(0);
    expect(out).toMatch(/^cadence +quarterly +– +A review comes by itself every quarter/m);
    expect(out).toMatch(/^working_hours +8-16 +9-17 +Messages are sent between these hours/m);
  });

  it('gets JSON for a program', async () => {
    const { out } = await settings('show', '--json');
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ key: 'days_off', value: 'none', default: 'none' }),
    );
  });
});

describe('an operator who changes a setting', () => {
  it('hears what it was and is, and finds it in the log', async () => {
    expect(await settings('set', 'working_hours', '8-16')).toEqual({
      code: 0,
      out: 'working_hours: 9-17 → 8-16',
      error: '',
    });
    expect((await settings('set', 'working_hours', '8-16')).out).toBe(
      'working_hours is 8-16 already.',
    );
    const { out } = await settings('log');
    expect(out).toMatch(/Tue 2 Mar 2027, 10:00 .* setting +working_hours +9-17 +8-16/);
  });

  it('sees which reviews change, and nothing changes before --yes', async () => {
    const first = await settings('set', 'cadence', 'yearly');
    expect(first.code).toBe(1);
    expect(first.out).toMatch(/^2027 +none +opens 2027-12-01, due 2027-12-15, review 2027-12-22/m);
    expect(first.out).toContain('Nothing is changed yet. Add --yes to do it.');
    expect((await settings('show')).out).toMatch(/^cadence +quarterly/m);
    const second = await settings('set', 'cadence', 'yearly', '--yes');
    expect(second.code).toBe(0);
    expect(second.out).toContain('cadence: quarterly → yearly');
    const { out } = await operator.run('cycle', 'list');
    expect(out).toMatch(/^2027 /m);
  });

  it('sees how much a shorter time erases, and nothing changes before --yes', async () => {
    await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
    const { id: personId, workspaceId } = await operator.db.person.findFirstOrThrow();
    const day = new Date('2025-06-02');
    const piece = { workspaceId, personId, note: 'x', happenedOn: day, createdAt: day };
    await operator.db.evidence.create({ data: piece });
    const first = await settings('set', 'keep_reviews_months', '12');
    expect(first).toMatchObject({
      code: 1,
      out: expect.stringContaining('The next night then erases 1 piece of evidence.'),
    });
    expect((await settings('show')).out).toMatch(/^keep_reviews_months +36/m);
    expect((await operator.run('retention', 'preview')).out).toContain('Nothing is old enough');
    expect(await settings('set', 'keep_reviews_months', '12', '--yes')).toMatchObject({ code: 0 });
    expect((await operator.run('retention', 'preview')).out).toContain('1 piece of evidence');
  });

  it.each([
    ['colour', 'blue', 'There is no setting "colour". There are: cadence, first_month, '],
    ['working_hours', '17-9', 'Working hours from 17 to 9 end before they begin.'],
    ['admins', 'U0NOBODY', 'Ladder knows nobody here as U0NOBODY.'],
  ])('is told what is wrong with %s %s, and nothing changes', async (key, value, words) => {
    const { code, error } = await settings('set', key, value, '--yes');
    expect(code).toBe(1);
    expect(error).toContain(words);
    expect(await operator.db.auditLogEntry.count()).toBe(0);
  });

  it('is told that a day off is the date of a review', async () => {
    await operator.run('cycle', 'open', '--review-on', '2027-03-24');
    const { code, error } = await settings('set', 'days_off', '2027-03-24', '--yes');
    expect({ code, error }).toEqual({
      code: 1,
      error:
        "2027-03-24 is the review date of Q1 2027, so it can't be a day off. Move that review first, or leave the day out. Nothing is changed.",
    });
  });
});
