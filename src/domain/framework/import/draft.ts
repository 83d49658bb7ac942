import type { Cell } from './sheet.js';

/** A ladder on its way from a spreadsheet to a file; each part knows the cell it comes from. */
export interface Draft {
  tracks: DraftTrack[];
  competencies: DraftCompetency[];
  /** The levels that all competencies share, lowest first; empty where they have own ones. */
  levels: DraftLevel[];
  rungs: DraftRung[];
}

export interface DraftTrack {
  name: string;
  family: string | undefined;
  cell: Cell;
}

export interface DraftCompetency {
  name: string;
  group: string | undefined;
  summary: string | undefined;
  aliases: string[];
  /** The levels that roles ask of it, lowest first; empty where they ask none. */
  levels: DraftLevel[];
  cell: Cell;
}

export interface DraftLevel {
  name: string;
  lead: string;
  items: DraftBehaviour[];
  cell: Cell;
}

export interface DraftRung {
  title: string;
  level: string | undefined;
  track: DraftTrack | undefined;
  years: { from: number; to?: number } | undefined;
  summary: string | undefined;
  aliases: string[];
  /** The number that a column "order" gives. */
  order: number | undefined;
  expectations: Map<DraftCompetency, DraftExpectation>;
  cell: Cell;
}

export interface DraftExpectation {
  /** The name of the level that is asked. */
  level: string | undefined;
  definition: string[];
  behaviours: DraftBehaviour[];
  opportunities: string[];
  skills: string[];
  links: { title: string; url: string }[];
  /** What stands in its lists already. */
  seen: Set<string>;
  cell: Cell;
}

export interface DraftBehaviour {
  text: string;
  examples: string[];
}
