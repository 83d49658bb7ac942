import type { Framework } from '../../src/domain/framework/framework.js';
import type { Day } from '../../src/domain/time/day.js';

/** A made-up company: how many people and how much history. */
export interface CompanyShape {
  slackTeamId: string;
  managers: number;
  /** Besides other managers; managers report to managers, ten to one. */
  reportsPerManager: number;
  /** Quarterly cycles that are over. One more is open, with its review two weeks after `today`. */
  pastCycles: number;
  today: Day;
  /** The time zones of its people, in turn. */
  timeZones: readonly string[];
  /** The same seed makes the same company. */
  seed?: number;
}

/** The input of the statements that fill the tables. */
export interface Blueprint extends CompanyShape {
  workspaceId: string;
  frameworkVersionId: string;
  framework: Framework;
}

/** Returns the number of people in a company. */
export function headcount({ managers, reportsPerManager }: CompanyShape): number {
  return managers * (1 + reportsPerManager);
}

/** Returns the Slack user id of a person by number: managers come first, from 1. */
export function slackUserOf(number: number): string {
  return `U0PERSON${number}`;
}
