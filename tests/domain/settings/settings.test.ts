import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findSettingKey,
  settingKeys,
  settingText,
  withSetting,
} from '../../../src/domain/settings/definitions.js';
import { settingsProblem } from '../../../src/domain/settings/rules.js';
import { defaultSettings, type SettingKey } from '../../../src/domain/settings/settings.js';

/** What a setting comes to be when this is typed, as it is shown, or the problem. */
function typed(key: SettingKey, text: string): string {
  const read = withSetting(defaultSettings, key, text);
  if ('problem' in read) return read.problem;
  return settingsProblem(read.settings) ?? settingText(key, read.settings);
}

describe('a setting', () => {
  it.each([
    ['cadence', 'half-yearly', 'half_yearly'],
    ['cadence', ' OFF ', 'off'],
    ['first_month', 'April', '4'],
    ['first_month', '12', '12'],
    ['opens_days_before', '28', '28'],
    ['reminder_days_before', '7, 14 9;7', '14,9,7'],
    ['reminder_days_before', 'none', 'none'],
    ['digest_days_before', '21', '21'],
    ['working_days', 'Mon - Thu', 'mon,tue,wed,thu'],
    ['working_days', 'sunday, monday-thursday', 'mon,tue,wed,thu,sun'],
    ['working_days', 'sat-mon', 'mon,sat,sun'],
    ['working_hours', '8 - 16', '8-16'],
    ['working_hours', '09:00-18:00', '9-18'],
    [
      'days_off',
      '2027-12-24, 2027-12-30..2028-01-01',
      '2027-12-24,2027-12-30,2027-12-31,2028-01-01',
    ],
    ['days_off', 'none', 'none'],
    ['country_hours', 'europe/madrid 8-15', 'Europe/Madrid 8-15'],
    ['country_hours', 'Europe/Madrid 08:00 - 15:00', 'Europe/Madrid 8-15'],
    [
      'country_hours',
      'Europe/Madrid 8-15 ; Asia/Dubai 9-18 mon - thu, sat',
      'Asia/Dubai 9-18 mon,tue,wed,thu,sat; Europe/Madrid 8-15',
    ],
    [
      'country_hours',
      'America/Port-au-Prince 7 to 16 sun-thu',
      'America/Port-au-Prince 7-16 mon,tue,wed,thu,sun',
    ],
    ['country_hours', 'none', 'none'],
    ['roles_set_by', 'admins', 'admins'],
    ['roles_set_by', 'Manager', 'manager'],
    ['admins', '<@U024BE7LH> u0g9qf9c6', 'U024BE7LH,U0G9QF9C6'],
    ['admins', 'slack', 'slack'],
  ] as const)('%s is read from "%s"', (key, text, shown) => {
    expect(typed(key, text)).toBe(shown);
  });

  it.each([
    [
      'cadence',
      'monthly',
      '"monthly" can\'t be cadence. Write quarterly, half_yearly, yearly or off.',
    ],
    ['first_month', '13', '"13" can\'t be first_month. Write a month: 1 to 12, or its name.'],
    ['opens_days_before', '2', 'Write a number of days from 3 to 90.'],
    ['country_hours', 'Spain 8-15', 'Write a time zone with its hours'],
    ['country_hours', 'Europe/Madrid', 'Write a time zone with its hours'],
    ['country_hours', 'Europe/Madrid 8-25', 'Write a time zone with its hours'],
    ['country_hours', 'Europe/Madrid 8-15 someday', 'Write a time zone with its hours'],
    ['country_hours', 'Europe/Madrid 8-15; Europe/Madrid 9-17', 'Write a time zone with its hours'],
    ['country_hours', ';', 'Write a time zone with its hours'],
    [
      'country_hours',
      'Europe/Madrid 17-9',
      'Working hours from 17 to 9 end before they begin. Write the earlier hour first, like 9-17.',
    ],
    ['opens_days_before', '-21', 'Write a number of days from 3 to 90.'],
    ['opens_days_before', '14.5', 'Write a number of days from 3 to 90.'],
    [
      'due_days_before',
      '21',
      "Check-ins can't be due 21 days before the review when they open 21 days before it.",
    ],
    [
      'reminder_days_before',
      '21',
      'A reminder 21 days before the review would come before anybody was invited',
    ],
    ['reminder_days_before', '1,2,3,4,5,6,8', 'Write up to six numbers of days'],
    [
      'digest_days_before',
      '22',
      'A digest 22 days before the review would come before check-ins open',
    ],
    ['working_days', '', 'Write working days like mon-fri'],
    ['working_days', 'none', 'Write working days like mon-fri'],
    ['working_days', 'mon-funday', 'Write working days like mon-fri'],
    [
      'working_hours',
      '17-9',
      'Working hours from 17 to 9 end before they begin. Write the earlier hour first',
    ],
    ['working_hours', '9-9', 'Working hours from 9 to 9 end before they begin.'],
    ['working_hours', '9-25', 'Write full hours like 9-17.'],
    ['working_hours', '9:30-17', 'Write full hours like 9-17.'],
    ['days_off', '2027-02-30', 'Write days like 2027-12-24'],
    ['days_off', '2027-12-31..2027-12-24', 'Write days like 2027-12-24'],
    ['days_off', '2027-01-01..2028-12-31', '400 at most'],
    ['days_off', '2027-03-01..2027-03-31', 'no working day for 31 days or more'],
    ['roles_set_by', 'nobody', 'Write everybody, manager or admins.'],
    ['admins', 'none', 'Write Slack ids like U024BE7LH,U0G9QF9C6, or slack.'],
    ['admins', 'Ada', 'Write Slack ids like'],
  ] as const)('%s is not "%s", and a sentence says what to write', (key, text, words) => {
    expect(typed(key, text)).toContain(words);
  });

  it('is typed as it is shown', () => {
    for (const key of settingKeys) {
      const shown = settingText(key, defaultSettings);
      expect(withSetting(defaultSettings, key, shown)).toEqual({ settings: defaultSettings });
    }
  });

  it('is a value or a sentence, whatever is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...settingKeys), fc.string(), (key, text) => {
        const read = withSetting(defaultSettings, key, text);
        if ('problem' in read) expect(read.problem).toMatch(/Write .*\.$/s);
        else expect(typeof settingText(key, read.settings)).toBe('string');
      }),
    );
  });

  it('is found by its key however that is written', () => {
    expect(findSettingKey(' Working-Hours ')).toBe('working_hours');
    expect(findSettingKey('hours')).toBeUndefined();
    expect(findSettingKey('constructor')).toBeUndefined();
  });
});

describe('days off', () => {
  it('may be four weeks in a row with the weekends around them, and not more', () => {
    expect(typed('days_off', '2027-03-08..2027-04-02')).toMatch(/^2027-03-08,/);
    expect(typed('days_off', '2027-03-08..2027-04-05')).toContain('no working day');
  });
});
