import { describe, expect, it } from 'vitest';
import { instantText, parseInstant } from '../../src/cli/time.js';

const inMadrid = (text: string) => parseInstant(text, 'Europe/Madrid').toISOString();

describe('a date and time at the command line', () => {
  it.each([
    ['2027-03-10', '2027-03-09T23:00:00.000Z'],
    ['2027-03-10T09:00', '2027-03-10T08:00:00.000Z'],
    ['2027-03-10 09:00', '2027-03-10T08:00:00.000Z'],
    ['2027-07-10T09:00:30', '2027-07-10T07:00:30.000Z'],
  ])('is meant in the zone of the machine without one: %s', (text, instant) => {
    expect(inMadrid(text)).toBe(instant);
  });

  it.each([
    ['2027-03-10T09:00Z', '2027-03-10T09:00:00.000Z'],
    ['2027-03-10T09:00:00.000Z', '2027-03-10T09:00:00.000Z'],
    ['2027-03-10T09:00+05:30', '2027-03-10T03:30:00.000Z'],
  ])('is meant as it says with a zone: %s', (text, instant) => {
    expect(inMadrid(text)).toBe(instant);
  });

  it.each([
    '',
    'tomorrow',
    '10.3.2027',
    '2027-02-30',
    '2027-02-30T10:00Z',
    '2027-03-10T24:30',
    '2027-03-10T09:60',
    '2027-03-10T09:00+99:00',
    '2027-03-10T09',
  ])('is not understood as "%s"', (text) => {
    expect(() => inMadrid(text)).toThrow('Write it like 2027-03-10T09:00');
  });

  it('reads well', () => {
    const at = new Date('2027-03-10T08:05:00Z');
    expect(instantText(at, 'Europe/Madrid')).toBe('Wed 10 Mar 2027, 09:05');
  });
});
