/** "No opportunity yet", or a point of the built-in scale. */
export type PastChoice = 'none' | 'not-yet' | 'developing' | 'meeting' | 'exceeding' | 'next-level';

/** One side of a check-in. */
export interface PastSide {
  /** In the order of the ladder's five competencies. */
  choices: [PastChoice, PastChoice, PastChoice, PastChoice, PastChoice];
  /** What was written to some of them, by competency key; always to "no opportunity yet". */
  texts?: Record<string, string>;
}

export interface PastAction {
  what: string;
  measure: string;
  competency: string;
  owner: 'report' | 'manager';
  /** Days from the playground's first day; negative is in the past. */
  dueIn: number;
  /** Left out: it is still open. */
  closed?: 'done' | 'dropped';
  /** Why it was dropped. */
  reason?: string;
}

/** One person's part in one cycle; people are Slack ids. */
export interface PastCheckIn {
  /** How many cycles ago: 1 is the last one. */
  ago: 1 | 2 | 3;
  person: string;
  /** Their manager of the day. */
  manager: string;
  /** The role that they had then, by its key. */
  role: string;
  self: PastSide;
  view: PastSide;
  proudOf: string;
  next: string;
  needs: string;
  summary: string;
  /** What the report said about the record of the conversation; without it they confirmed it. */
  comment?: string;
  actions: PastAction[];
}

/** Something kept for the coming check-in. */
export interface PastEvidence {
  person: string;
  /** Left out: not sure yet. */
  competency?: string;
  note: string;
  /** How many days before the playground's first day it happened. */
  daysAgo: number;
}
