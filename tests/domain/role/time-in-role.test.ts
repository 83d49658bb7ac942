import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/framework/framework.js';
import { timeInRole } from '../../../src/domain/role/time-in-role.js';
import { builtInFramework } from '../../support/built-in-framework.js';

const senior = builtInFramework().roles.find(({ key }) => key === 'senior') as Role;

describe('Time in a role that usually takes two to four years', () => {
  test.each([
    ['2025-06-15', '2027-06-14', { years: 1, months: 11, against: 'before' }],
    ['2025-06-15', '2027-06-15', { years: 2, months: 0, against: 'within' }],
    ['2023-03-01', '2027-03-31', { years: 4, months: 0, against: 'within' }],
    ['2023-03-01', '2027-04-01', { years: 4, months: 1, against: 'beyond' }],
    ['2027-03-01', '2027-03-02', { years: 0, months: 0, against: 'before' }],
    ['2027-05-01', '2027-03-02', { years: 0, months: 0, against: 'before' }],
  ])('from %s to %s', (since, today, time) => {
    expect(timeInRole(since, today, senior)).toEqual(time);
  });

  test('is never too long where no end is usual', () => {
    const open = { ...senior, years: { from: 5, to: null } };
    expect(timeInRole('1997-01-01', '2027-01-01', open).against).toBe('within');
  });
});
