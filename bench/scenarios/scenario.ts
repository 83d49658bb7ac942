import type { Figure } from '../report.js';
import type { SlackApi } from '../slack-api.js';

export interface Scenario {
  /** How long one of its runs lasts; 0 where the work itself says when it is over. */
  seconds: number;
  measure(bench: Bench): Promise<Figure[]>;
}

/** What every scenario works with. */
export interface Bench {
  /** An empty folder for the data of the servers under test. */
  folder: string;
  slackApi: SlackApi;
  /** How long one run lasts, in seconds. */
  seconds: number;
  /** Companies have as many people as their scenario says, divided by this. */
  divisor: number;
}

/** How many commands come in a second where they come at a steady pace. */
export const perSecond = 50;

/** Floor, Ladder, Ladder, floor: what drifts on the machine meets both alike. */
export function interleaved(rounds: number) {
  const round = ['floor', 'ladder', 'ladder', 'floor'] as const;
  return Array.from({ length: rounds }, () => round).flat();
}
