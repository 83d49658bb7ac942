import type { Figure } from '../report.js';
import type { SlackApi } from '../slack-api.js';

export interface Scenario {
  /** The length of one of its runs; 0 where the work itself ends the run. */
  seconds: number;
  measure(bench: Bench): Promise<Figure[]>;
}

/** The input of every scenario. */
export interface Bench {
  /** An empty folder for the data of the servers under test. */
  folder: string;
  slackApi: SlackApi;
  /** The length of one run, in seconds. */
  seconds: number;
  /** Divides the size of a scenario's company. */
  divisor: number;
}

/** The steady rate: commands per second. */
export const perSecond = 50;

/** Floor, Ladder, Ladder, floor: changes of the machine's speed affect both equally. */
export function interleaved(rounds: number) {
  const round = ['floor', 'ladder', 'ladder', 'floor'] as const;
  return Array.from({ length: rounds }, () => round).flat();
}
