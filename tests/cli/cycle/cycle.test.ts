import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(() => operator.forget());
afterAll(() => operator.stop());

const open = (...words: string[]) => operator.run('cycle', 'open', ...words);

describe('an operator who opens a cycle', () => {
  it('hears its dates', async () => {
    const { code, out } = await open('--review-on', '2027-03-31', '--name', 'Spring');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Added Spring: check-ins open on 2027-03-10, they are due on 2027-03-24, reviews start on 2027-03-31.',
    });
  });

  it('hears that one was moved', async () => {
    await open('--review-on', '2027-03-31', '--name', 'Spring');
    const { out } = await open('--review-on', '2027-03-30', '--name', 'Spring');
    expect(out).toMatch(/^Moved Spring: .* reviews start on 2027-03-30\.$/);
  });

  it('hears that check-ins are open at once where it is late', async () => {
    const { out } = await open('--review-on', '2027-03-17');
    expect(out).toContain('check-ins are open');
  });

  it('is told what is wrong with a date that has passed', async () => {
    const { code, error } = await open('--review-on', '2027-03-01');
    expect({ code, error }).toEqual({
      code: 1,
      error:
        'The review date 2027-03-01 is not in the future (today is 2027-03-02). Choose a later one.',
    });
  });

  it.each([
    'Spring\n2027',
    'Spring\t2027',
    '\u001b[31mSpring',
    'Sp\u200bring',
    '\u202egnirpS',
    'S\0',
    '\ud800',
  ])('is told that a name is one line of what can be seen (%j)', async (name) => {
    const { code, error } = await open('--review-on', '2027-03-31', '--name', name);
    expect({ code, error }).toEqual({
      code: 1,
      error:
        "A cycle's name is one line without control characters and invisible signs. Type it again by hand.",
    });
    expect(await operator.db.cycle.count({ where: { name: { not: { startsWith: 'Q' } } } })).toBe(
      0,
    );
  });

  it('may call it what can be seen', async () => {
    const { out } = await open('--review-on', '2027-03-31', '--name', ' Fru\u0308hjahr – 春 🌱 ');
    expect(out).toContain('Added Frühjahr – 春 🌱:');
  });

  it.each(['24.3.2027', '2027-02-30'])('is not understood with the date %s', async (date) => {
    const { code, error } = await open('--review-on', date);
    expect({ code, error }).toEqual({
      code: 2,
      error: expect.stringContaining('Write it as year-month-day, like 2027-03-24.'),
    });
  });

  it('is not understood without a date', async () => {
    const { code, error } = await open();
    expect({ code, error }).toEqual({
      code: 2,
      error:
        "error: required option '--review-on <date>' not specified\nWhat it takes: npm run ladder -- cycle open --help",
    });
  });
});

describe('an operator who lists cycles', () => {
  it('sees dates and how many check-ins are in', async () => {
    await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
    await open('--review-on', '2027-03-17', '--name', 'Spring');
    await open('--review-on', '2027-06-23', '--name', 'Summer');
    const { out } = await operator.run('cycle', 'list');
    expect(out.split('\n')).toEqual([
      'NAME    OPENS       DUE         REVIEW      FOR        STATE    CHECK-INS IN',
      'Summer  2027-06-02  2027-06-16  2027-06-23  everybody  planned  –',
      'Spring  2027-03-02  2027-03-10  2027-03-17  everybody  opened   0 of 6',
    ]);
  });

  it('gets JSON for a program', async () => {
    await open('--review-on', '2027-03-31', '--name', 'Spring');
    const { out } = await operator.run('cycle', 'list', '--json');
    expect(JSON.parse(out)).toMatchObject([{ name: 'Spring', reviewOn: '2027-03-31' }]);
  });

  it('is told how to begin', async () => {
    const { out } = await operator.run('cycle', 'list');
    expect(out).toBe('No cycle yet. Add one: ladder cycle open --review-on 2027-03-24');
  });
});
