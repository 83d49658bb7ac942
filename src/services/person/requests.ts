import type { Transaction } from '../../database/index.js';
import { dateFromDay } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { recordDeliveries } from '../delivery/index.js';
import { cycleToFileUnder } from '../open-cycle/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import type { Place } from './import/outcome.js';
import { type PlacedPerson, placeOf, placeText } from './place.js';
import { AssignmentError, checkSince, managerFor } from './place-rules.js';
import { placeAskedKind } from './request-messages.js';
import { dropRequest, isWaiting, ownChoiceOf, withPeople } from './request-rows.js';

/** After two weeks the next review is the better occasion. */
const lifeMs = 14 * 24 * 60 * 60_000;

/** What somebody has chosen for themselves, while it waits. */
export interface WaitingChoice {
  askedSlackUserId: string;
  roleKey: string | undefined;
  managerSlackUserId: string | undefined;
}

/**
 * Asks a manager about a role and a manager that a person has chosen for themselves: the manager who was
 * chosen or, where that is the same or nobody, the one of today. Returns their Slack id; undefined where
 * nobody is to be asked, as for a day alone and for somebody without a manager. A newer choice takes the
 * place of an older one, also where it is how things are. Throws AssignmentError where what is new can't be.
 */
export async function askForYes(
  tx: Transaction,
  { clock }: Context,
  { person, place }: { person: PlacedPerson; place: Place },
): Promise<string | undefined> {
  const { id: personId, workspaceId } = person;
  const before = placeOf(person);
  const { roleKey, inRoleSince, managerSlackUserId: slackUserId } = place;
  const at = clock.now();
  const formerlyAsked = await dropRequest(tx, personId);
  if (formerlyAsked) await markForRedraw(tx, { workspaceId, personIds: [formerlyAsked], at });
  const hasSameManager = slackUserId === before.managerSlackUserId;
  if (hasSameManager && roleKey === before.roleKey) return undefined;
  const managerId = hasSameManager
    ? person.managerId
    : slackUserId === undefined
      ? null
      : await managerFor(tx, person, { slackUserId, isOwn: true });
  const askedId = managerId ?? person.managerId;
  const here = { workspaceId, leftAt: null, isBot: false };
  const asked = askedId && (await tx.person.findFirst({ where: { ...here, id: askedId } }));
  if (!asked) return undefined;
  if (inRoleSince && inRoleSince !== before.inRoleSince) checkSince({ clock }, person, inRoleSince);
  const cycleId = await cycleToFileUnder(tx, { workspaceId, at });
  if (cycleId === undefined) {
    const sentence =
      'There is no review yet, so I can ask nobody about it. Ask an admin to set it.';
    throw new AssignmentError('roleKey', sentence);
  }
  const request = await tx.placeRequest.create({
    data: {
      ...{ workspaceId, personId, askedId: asked.id, managerId, createdAt: at },
      roleKey: roleKey ?? null,
      inRoleSince: inRoleSince ? dateFromDay(inRoleSince) : null,
      placeBefore: placeText(before),
    },
  });
  await recordDeliveries(tx, [
    placeAskedKind.delivery({
      ...{ workspaceId, cycleId, recipientId: asked.id, subjectId: personId, step: 'asked' },
      ...{ requestId: request.id, dueAt: at, expiresAt: new Date(at.getTime() + lifeMs) },
    }),
  ]);
  return asked.slackUserId;
}

/** Returns what a person has chosen and waits for a yes, if anything does. */
export async function findWaitingChoice(
  db: Pick<Context['db'], 'placeRequest'>,
  personId: string,
): Promise<WaitingChoice | undefined> {
  const request = await db.placeRequest.findFirst({
    where: ownChoiceOf(personId),
    include: withPeople,
  });
  if (!request || !isWaiting(request)) return undefined;
  return {
    askedSlackUserId: request.asked.slackUserId,
    roleKey: request.roleKey ?? undefined,
    managerSlackUserId: request.manager?.slackUserId,
  };
}
