import { type Day, isDay } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { FieldError, requireText, UserFacingError } from '../errors/index.js';
import { readCompetencyKeys } from '../framework/index.js';
import type { RecordRef } from './recordable.js';

export type AgreementField = 'what' | 'measure' | 'dueOn';

/** How long the texts of an action may be, in characters, so that a list of them fits a message. */
export const longestText = 250;

/** Returns the key of today of a competency of the ladder that the check-in was written against. */
export async function requireCompetency(
  context: Context,
  { workspaceId, checkInId }: RecordRef,
  competencyKey: string | undefined,
): Promise<string | undefined> {
  if (competencyKey === undefined) return undefined;
  const checkIn = await context.db.checkIn.findFirst({ where: { id: checkInId, workspaceId } });
  if (!checkIn) return competencyKey;
  const { framework } = await context.frameworks.version(checkIn.frameworkVersionId);
  const keys = await readCompetencyKeys(context, checkIn);
  for (const { key } of framework.competencies) {
    // A form may be older than the version in use.
    if (key === competencyKey || keys.now(key) === competencyKey) return keys.now(key);
  }
  throw new UserFacingError(
    'The ladder of this check-in has no such competency. Nothing is saved; pick another one.',
  );
}

export function checkText(field: AgreementField, text: string, missing: string): void {
  requireText(field, text, { longest: longestText, missing });
}

/** A day that is not past where the owner is; one that an action has already may stay. */
export function requireDay(dueOn: Day | undefined, today: Day, before: Day | undefined): Day {
  if (dueOn === undefined || !isDay(dueOn)) {
    throw new FieldError('dueOn', 'Pick the day by which it is to be done.');
  }
  if (dueOn < today && dueOn !== before) {
    throw new FieldError('dueOn', 'That day is past. Pick today or a later day.');
  }
  return dueOn;
}
