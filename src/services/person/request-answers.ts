import { dayFromDate } from '../../domain/time/day.js';
import { readOwnChoice } from '../access/index.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { recordDeliveries } from '../delivery/index.js';
import { UserFacingError } from '../errors/index.js';
import { cycleToFileUnder } from '../open-cycle/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { assign } from './assigning.js';
import { isHere } from './people.js';
import { placeAnsweredKind } from './request-messages.js';
import { dropRequest, isWaiting, withPeople } from './request-rows.js';

export interface PlaceAnswer {
  workspaceId: string;
  /** The manager who answers. */
  personId: string;
  requestId: string;
  answer: 'yes' | 'no';
}

const gone =
  'That is answered already, or they have chosen something else since. Nothing is changed.';
const lifeMs = 14 * 24 * 60 * 60_000;

/**
 * Answers what somebody has chosen for themselves: a yes makes it so, a no leaves all as it was; the
 * person is notified of either. Throws UserFacingError, having changed nothing, for everybody but the
 * manager who was asked, where it is answered already, and where what was chosen can't be any more.
 */
export async function answerPlace(context: Context, input: PlaceAnswer): Promise<void> {
  const { workspaceId, personId: askedId, requestId, answer } = input;
  const { db, clock } = context;
  // Read before the transaction: it may take a connection of its own.
  const openCycle = await findOpenCycle(context, workspaceId);
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const request = await tx.placeRequest.findFirst({
      where: { id: requestId, workspaceId, askedId, personId: { not: askedId } },
      include: withPeople,
    });
    if (!request || !isWaiting(request) || !isHere(request.person)) {
      throw new UserFacingError(gone);
    }
    const { person, personId } = request;
    const at = clock.now();
    await dropRequest(tx, personId);
    if (answer === 'yes') {
      if ((await readOwnChoice(tx, { workspaceId, personId })) === 'not') {
        throw new UserFacingError(
          'Roles and managers are set by the admins here now. Nothing is changed.',
        );
      }
      const place = {
        roleKey: request.roleKey ?? undefined,
        inRoleSince: request.inRoleSince ? dayFromDate(request.inRoleSince) : undefined,
        managerSlackUserId: request.manager?.slackUserId,
      };
      const moves = { openCycle, personId };
      await assign(tx, context, { person, place, by: { personId }, moves, knownTo: askedId });
    }
    await markForRedraw(tx, { workspaceId, personIds: [askedId, personId], at });
    const cycleId = await cycleToFileUnder(tx, { workspaceId, at });
    if (cycleId === undefined) return;
    await recordDeliveries(tx, [
      placeAnsweredKind.delivery({
        ...{ workspaceId, cycleId, recipientId: personId, subjectId: askedId, step: answer },
        ...{ requestId, dueAt: at, expiresAt: new Date(at.getTime() + lifeMs) },
      }),
    ]);
  });
}
