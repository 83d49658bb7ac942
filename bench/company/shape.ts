import type { Framework } from '../../src/domain/framework/framework.js';
import type { Day } from '../../src/domain/time/day.js';

/** A made-up company: how many people, and how much they have behind them. */
export interface CompanyShape {
  slackTeamId: string;
  managers: number;
  /** Besides other managers; managers report to managers, ten to one. */
  reportsPerManager: number;
  /** Quarterly cycles that are over. One more is open, with its review two weeks after `today`. */
  pastCycles: number;
  today: Day;
  /** Where its people live, in turn. */
  timeZones: readonly string[];
  /** The same seed makes the same company. */
  seed?: number;
}

/** What the statements that fill the tables are made from. */
export interface Blueprint extends CompanyShape {
  workspaceId: string;
  frameworkVersionId: string;
  framework: Framework;
}

/** How many people a company has. */
export function headcount({ managers, reportsPerManager }: CompanyShape): number {
  return managers * (1 + reportsPerManager);
}

/** The Slack user id of a person by number: managers come first, from 1. */
export function slackUserOf(number: number): string {
  return `U0PERSON${number}`;
}
