import type { CheckIn as CheckInRow, Transaction } from '../../database/index.js';
import { roleBefore } from '../../domain/framework/renames.js';
import { checkInPages } from '../../domain/questionnaire/pages.js';
import type { Context } from '../context.js';
import type { Cycle } from '../cycle/index.js';

export interface PinKeys {
  frameworkVersionId: string;
  roleKey: string;
}

/**
 * The cycle's version, with the key that the role has there; the current one for a role that came with
 * a later version.
 */
export async function choosePin(
  context: Context,
  cycle: Cycle,
  roleKey: string | undefined,
): Promise<PinKeys | undefined> {
  if (roleKey === undefined) return undefined;
  const current = context.frameworks.current(cycle.workspaceId);
  const pinned =
    cycle.frameworkVersionId && (await context.frameworks.version(cycle.frameworkVersionId));
  const ofToday = current.framework.roles.find(({ key }) => key === roleKey);
  for (const { id, framework } of [pinned || current, current]) {
    const role = ofToday
      ? roleBefore(framework, ofToday)
      : framework.roles.find(({ key }) => key === roleKey);
    if (role && checkInPages(framework, role).length > 0) {
      return { frameworkVersionId: id, roleKey: role.key };
    }
  }
  return undefined;
}

/** Pins a check-in of which no view is begun; one that its manager has looked into goes with it. */
export async function repin(
  tx: Transaction,
  { id, cycleId, personId: subjectId }: CheckInRow,
  pin: PinKeys,
): Promise<void> {
  const data = { ...pin, page: 0 };
  await tx.checkIn.update({ where: { id }, data });
  await tx.assessment.updateMany({ where: { cycleId, subjectId }, data });
}
