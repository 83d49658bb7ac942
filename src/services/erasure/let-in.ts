import type { Administrator } from '../access/index.js';
import { recordChange } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { readmit } from '../erased/index.js';
import { UserFacingError } from '../errors/index.js';
import { erasedPerson } from './traces.js';

/**
 * Lets somebody begin anew who was erased; the audit log says so without naming them. Throws
 * UserFacingError where nobody was erased by this id.
 */
export async function letIn(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { by, ...who }: { workspaceId: string; by: Administrator; slackUserId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await readmit({ db: tx }, who))) {
      throw new UserFacingError(
        `Nobody was erased here as ${who.slackUserId}. Nothing is changed.`,
      );
    }
    await recordChange(tx, {
      ...{ workspaceId: who.workspaceId, by, action: 'person_readmitted', at: clock.now() },
      ...{ subject: erasedPerson, before: '', after: '' },
    });
  });
}
