import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { recordDeliveries } from '../delivery/index.js';
import { UserFacingError } from '../errors/index.js';
import { cycleToFileUnder } from '../open-cycle/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { assign } from './assigning.js';
import { claimDeclinedKind } from './claim-messages.js';
import { requireClaims } from './claims.js';
import { isHere } from './people.js';
import { placeOf } from './place.js';
import { isClaimWaiting, withPeople } from './request-rows.js';

export interface ClaimAnswer {
  workspaceId: string;
  /** The person who was asked. */
  personId: string;
  requestId: string;
  answer: 'yes' | 'no';
}

const gone = 'That is answered already, or your manager has changed since. Nothing is changed.';
const lifeMs = 14 * 24 * 60 * 60_000;

/**
 * Answers a manager's claim: a yes makes them the manager, which the manager before hears as well; a no
 * leaves all as it was, and the one who asked hears that. Throws UserFacingError, having changed nothing,
 * for everybody but the person who was asked, where it is answered already, where admins alone set
 * managers by now, and where that manager can't be theirs any more.
 */
export async function answerClaim(context: Context, input: ClaimAnswer): Promise<void> {
  const { workspaceId, personId, requestId, answer } = input;
  const { db, clock } = context;
  // Read before the transaction: it may take a connection of its own.
  const openCycle = await findOpenCycle(context, workspaceId);
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const claim = await tx.placeRequest.findFirst({
      where: { id: requestId, workspaceId, personId, askedId: personId },
      include: withPeople,
    });
    if (!claim?.managerId || !isClaimWaiting(claim) || !isHere(claim.person)) {
      throw new UserFacingError(gone);
    }
    const { person, manager, managerId } = claim;
    const at = clock.now();
    if (answer === 'yes') {
      await requireClaims(tx, workspaceId);
      const place = { ...placeOf(person), managerSlackUserId: manager?.slackUserId };
      const moves = { openCycle, personId };
      await assign(tx, context, { person, place, by: { personId }, moves });
      return;
    }
    await tx.placeRequest.delete({ where: { id: requestId } });
    await markForRedraw(tx, { workspaceId, personIds: [personId], at });
    const cycleId = await cycleToFileUnder(tx, { workspaceId, at });
    if (cycleId === undefined) return;
    await recordDeliveries(tx, [
      claimDeclinedKind.delivery({
        ...{ workspaceId, cycleId, recipientId: managerId, subjectId: personId, step: 'no' },
        ...{ requestId, dueAt: at, expiresAt: new Date(at.getTime() + lifeMs) },
      }),
    ]);
  });
}
