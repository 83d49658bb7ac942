/** "No opportunity yet", or a point of the built-in scale. */
export type PastChoice = 'none' | 'not-yet' | 'developing' | 'meeting' | 'exceeding' | 'next-level';

/** One side of a check-in. */
export interface PastSide {
  /** In the order of the built-in ladder's five competencies. */
  choices: [PastChoice, PastChoice, PastChoice, PastChoice, PastChoice];
  /** Texts of some answers, by competency key; always one for "no opportunity yet". */
  texts?: Record<string, string>;
}

/** An answer about one competency, on whatever ladder. */
export interface PastAnswer {
  competency: string;
  /** The key of a choice; undefined for "no opportunity yet". */
  choice: string | undefined;
  text: string;
}

export interface PastAction {
  what: string;
  measure: string;
  competency: string;
  owner: 'report' | 'manager';
  /** Days from the playground's first day; negative is in the past. */
  dueIn: number;
  /** Undefined: still open. */
  closed?: 'done' | 'dropped';
  /** Why it was dropped. */
  reason?: string;
}

/** One person in one cycle; people are Slack ids. */
export interface PastCheckIn<Side = PastSide> {
  /** How many cycles ago: 1 is the last one. */
  ago: 1 | 2 | 3;
  person: string;
  /** Their manager at that time. */
  manager: string;
  /** The key of their role at that time. */
  role: string;
  self: Side;
  view: Side;
  proudOf: string;
  next: string;
  needs: string;
  summary: string;
  /** The report's comment on the record of the conversation; without one they confirmed it. */
  comment?: string;
  actions: PastAction[];
}

/** Evidence for the coming check-in. */
export interface PastEvidence {
  person: string;
  /** Undefined: no competency yet. */
  competency?: string;
  note: string;
  /** How many days before the playground's first day it happened. */
  daysAgo: number;
}

/** The past of all people on one ladder. */
export interface LadderPast {
  checkIns: PastCheckIn<PastAnswer[]>[];
  evidence: PastEvidence[];
}
