import { z } from 'zod';
import { slackValues } from '../ui/slack-values.js';

/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Shows my team: privately under a message, in a window from Home. */
  open: 'team.open',
  nudge: 'team.nudge',
  page: 'team.page',
  /** Opens the page about one report; the value is their id. */
  report: 'team.report',
  /** Lists the team of a manager below; the value is the manager's id. */
  below: 'team.below',
} as const;

export const callbackIds = {
  list: 'team.list',
  report: 'team.report',
  below: 'team.below',
} as const;

/** Where a report is shown: in a digest's DM, on Home, on their own page, or on one of the list (from 0). */
export type Place = 'digest' | 'home' | 'report' | { page: number };

/** The value of a Nudge button: its place and the report. Ids only. */
export const nudgeValue = {
  write: (place: Place, personId: string) =>
    `${typeof place === 'string' ? place : place.page}:${personId}`,
  schema: z
    .string()
    .max(300)
    .transform((value) => value.split(':'))
    .pipe(z.tuple([z.enum(['digest', 'home', 'report']).or(slackValues.page), slackValues.id]))
    .transform(([where, reportId]): { place: Place; reportId: string } => {
      return { place: typeof where === 'string' ? where : { page: where }, reportId };
    }),
};
