import type { Day } from '../../domain/time/day.js';
import type { Partner } from '../action-item/index.js';
import type { Over } from '../message.js';
import type { TeamState } from './team.js';

/** How many agreed things with one report are due, and since when. */
export interface DueWithReport {
  report: Partner;
  number: number;
  firstDueOn: Day;
}

/** The same without the words of the action items, which belong in no post. */
export interface TeamDigest extends Omit<TeamState, 'due'> {
  due: DueWithReport[];
}

/** "3 of 5 check-ins are in", and what each report asks of the manager. */
export interface DigestMessage extends TeamDigest {
  kind: 'digest';
  over?: Over | undefined;
}

/** Nothing is left to do; sent once a cycle. */
export interface AllSetMessage extends Omit<TeamState, 'due'> {
  kind: 'all_set';
  over?: Over | undefined;
}

/** Returns what a post may say about a team: due action items by their number, the oldest first. */
export function toDigest({ due, ...state }: TeamState): TeamDigest {
  const reports = new Map(due.map(({ report }) => [report.id, report]));
  return {
    ...state,
    due: [...reports.values()].flatMap((report) => {
      const days = due.filter((one) => one.report.id === report.id).map(({ dueOn }) => dueOn);
      const [firstDueOn] = days.sort();
      return firstDueOn === undefined ? [] : [{ report, number: days.length, firstDueOn }];
    }),
  };
}
