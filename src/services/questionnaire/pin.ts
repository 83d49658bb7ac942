import type { CheckIn as CheckInRow } from '../../database/index.js';
import type { Framework, Role } from '../../domain/framework/framework.js';
import { openPages } from '../../domain/questionnaire/answers.js';
import { type CheckInPage, checkInPages } from '../../domain/questionnaire/pages.js';
import type { Context } from '../context.js';
import { type AnswerRow, toAnswers } from './answers.js';

/** The framework and role that a check-in or an assessment was begun with. */
export interface Pin {
  framework: Framework;
  role: Role;
  pages: CheckInPage[];
}

/** Reads what a row is pinned to. Throws an Error if its framework has lost the role. */
export async function readPin(
  { frameworks }: Pick<Context, 'frameworks'>,
  { frameworkVersionId, roleKey }: Pick<CheckInRow, 'frameworkVersionId' | 'roleKey'>,
): Promise<Pin> {
  const { framework } = await frameworks.version(frameworkVersionId);
  const role = framework.roles.find(({ key }) => key === roleKey);
  if (!role) throw new Error('a check-in is pinned to a role that its framework does not have');
  return { framework, role, pages: checkInPages(framework, role) };
}

/** Whether every page of the pinned role has an answer that counts. */
export function isComplete(rows: readonly AnswerRow[], { pages, framework }: Pin): boolean {
  return openPages(pages, toAnswers(rows), framework.scale).length === 0;
}
