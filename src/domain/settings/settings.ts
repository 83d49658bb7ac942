import type { Cadence } from '../cycle/cadence.js';
import type { CountryHours } from '../time/country-hours.js';
import type { Day } from '../time/day.js';
import { usualHours } from '../time/working-hours.js';

/** What a workspace can set, by the keys that command line and windows show. */
export interface Settings {
  cadence: Cadence;
  /** 1 to 12. */
  first_month: number;
  opens_days_before: number;
  due_days_before: number;
  reminder_days_before: readonly number[];
  digest_days_before: readonly number[];
  /** ISO weekdays, 1 is Monday. */
  working_days: readonly number[];
  working_hours: { from: number; to: number };
  country_hours: readonly CountryHours[];
  days_off: readonly Day[];
  roles_set_by: 'everybody' | 'manager' | 'admins';
  /** Whether managers further up the line read check-ins and views that both sides gave since it was set. */
  managers_above_read: 'no' | 'yes';
  /** For how many months what was written for a review is kept once it is over. */
  keep_reviews_months: number;
  /** For how many months what belongs to people who have left is kept. */
  keep_leavers_months: number;
  /** Slack ids; empty: Slack's owners and admins. */
  admins: readonly string[];
}

export type SettingKey = keyof Settings;

/** What a workspace has that has set nothing. */
export const defaultSettings: Settings = {
  cadence: 'quarterly',
  first_month: 1,
  opens_days_before: 21,
  due_days_before: 7,
  reminder_days_before: [14, 9, 7],
  digest_days_before: [14, 7, 1],
  working_days: [1, 2, 3, 4, 5],
  working_hours: usualHours,
  country_hours: [],
  days_off: [],
  roles_set_by: 'everybody',
  managers_above_read: 'no',
  keep_reviews_months: 36,
  keep_leavers_months: 12,
  admins: [],
};
