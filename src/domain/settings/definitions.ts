import type { z } from 'zod';
import { defaultSettings, type SettingKey, type Settings } from './settings.js';
import * as values from './values.js';

/** One setting: command line and windows are made from this alone. */
export interface SettingDefinition<Value> {
  title: string;
  /** What it does, in a sentence. */
  effect: string;
  /** Takes what was typed. */
  schema: z.ZodType<Value, string>;
  /** As it is typed. */
  text(value: Value): string;
  /** All that can be typed, where that is a few words. */
  choices?: readonly string[];
  /** The dates of planned cycles follow from it. */
  paces?: true;
  /** How many messages are sent, or to whom, follows from it. */
  sends?: true;
  /** What is erased in the nights follows from it. */
  keeps?: true;
}

const cadences = ['quarterly', 'half_yearly', 'yearly', 'off'] as const;
const answers = ['no', 'yes'] as const;
const setters = ['everybody', 'manager', 'admins'] as const;

/** All settings, in the order in which they are shown. */
export const settingDefinitions: { [Key in SettingKey]: SettingDefinition<Settings[Key]> } = {
  cadence: {
    title: 'How often there is a review',
    effect: 'A review comes by itself every quarter, half-year or year, or never (off).',
    schema: values.oneOf(cadences),
    choices: cadences,
    text: (cadence) => cadence,
    paces: true,
    sends: true,
  },
  first_month: {
    title: 'First month of the year',
    effect: 'Quarters, half-years and years are counted from this month on.',
    schema: values.month,
    text: values.monthText,
    paces: true,
    sends: true,
  },
  opens_days_before: {
    title: 'Check-ins open, days before the review',
    effect: 'So many days before the review date people are invited to check in.',
    schema: values.days(3, 90),
    text: String,
    paces: true,
    sends: true,
  },
  due_days_before: {
    title: 'Check-ins are due, days before the review',
    effect: 'So many days before the review date check-ins are asked for.',
    schema: values.days(1, 60),
    text: String,
    paces: true,
    sends: true,
  },
  reminder_days_before: {
    title: 'Reminders, days before the review',
    effect: 'Who has not sent their check-in is reminded on these days before the review date.',
    schema: values.listOfDays(1, 89),
    text: values.listText,
    sends: true,
  },
  digest_days_before: {
    title: 'Digests, days before the review',
    effect: 'Managers get a digest of their team on these days before the review date.',
    schema: values.listOfDays(1, 90),
    text: values.listText,
    sends: true,
  },
  working_days: {
    title: 'Working days',
    effect: 'Messages are sent on these weekdays, and reviews begin on one of them.',
    schema: values.week,
    text: values.weekText,
    paces: true,
    sends: true,
  },
  working_hours: {
    title: 'Working hours',
    effect: "Messages are sent between these hours, by each person's own clock.",
    schema: values.hours,
    text: values.hoursText,
  },
  country_hours: {
    title: 'Working hours of a country',
    effect:
      'People of these time zones get their messages between these hours and, where given, on these weekdays.',
    schema: values.countryHours,
    text: values.countryHoursText,
  },
  days_off: {
    title: 'Days off',
    effect: 'Nothing is sent on these days: what would be comes on the next working day.',
    schema: values.daysOff,
    text: values.listText,
    paces: true,
    sends: true,
  },
  roles_set_by: {
    title: 'Who sets roles and managers',
    effect:
      'Everybody sets their own role and manager, does so with a yes of their manager (manager), or only admins do.',
    schema: values.oneOf(setters),
    choices: setters,
    text: (who) => who,
  },
  managers_above_read: {
    title: 'Managers further up may read',
    effect:
      'If yes, managers above the direct one read a check-in and the view of it once both are in, of what is sent from then on. Each reading is recorded, and the person sees it.',
    schema: values.oneOf(answers),
    choices: answers,
    text: (answer) => answer,
  },
  keep_reviews_months: {
    title: 'Reviews are kept, months',
    effect: 'What was written for a review is erased so many months after the review is over.',
    schema: values.numberOfMonths(6, 240),
    text: String,
    keeps: true,
  },
  keep_leavers_months: {
    title: 'People who left are kept, months',
    effect: 'So many months after people have left, they are erased with all that is theirs.',
    schema: values.numberOfMonths(1, 240),
    text: String,
    keeps: true,
  },
  admins: {
    title: 'Admins',
    effect:
      "These people run the reviews. With nobody chosen (slack) it is the workspace's owners and admins in Slack.",
    schema: values.slackIds,
    text: values.slackIdsText,
  },
};

export const settingKeys = Object.keys(defaultSettings) as SettingKey[];

/** Returns a value as it is typed: "mon,tue,wed,thu,fri", "9-17". */
export function settingText<Key extends SettingKey>(key: Key, settings: Settings): string {
  return settingDefinitions[key].text(settings[key]);
}

/** The key that was typed, with `-` for `_` and in any case; undefined where there is none. */
export function findSettingKey(typed: string): SettingKey | undefined {
  const wanted = typed.trim().toLowerCase().replaceAll('-', '_');
  return settingKeys.find((key) => key === wanted);
}

/** Returns a sentence with the titles of settings in the place of their keys, for those who see titles. */
export function withTitles(sentence: string): string {
  return sentence.replace(/\b[a-z]+(?:_[a-z]+)+\b/g, (word) => {
    const key = settingKeys.find((one) => one === word);
    return key ? `“${settingDefinitions[key].title}”` : word;
  });
}

/** Reads what was typed for a setting: the settings with it, or a sentence that says how to write it. */
export function withSetting(
  settings: Settings,
  key: SettingKey,
  typed: string,
): { settings: Settings } | { problem: string } {
  const read = settingDefinitions[key].schema.safeParse(typed);
  if (read.success) return { settings: { ...settings, [key]: read.data } };
  const [issue] = read.error.issues;
  return { problem: `"${typed}" can't be ${key}. ${issue?.message ?? ''}` };
}
