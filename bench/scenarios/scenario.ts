import type { SlackApi } from '../slack-api.js';

/** What every scenario works with. */
export interface Bench {
  /** An empty folder for the data of the servers under test. */
  folder: string;
  slackApi: SlackApi;
  /** How long one run lasts, in seconds. */
  seconds: number;
}

/** Floor, Ladder, Ladder, floor: what drifts on the machine meets both alike. */
export function interleaved(rounds: number) {
  const round = ['floor', 'ladder', 'ladder', 'floor'] as const;
  return Array.from({ length: rounds }, () => round).flat();
}
