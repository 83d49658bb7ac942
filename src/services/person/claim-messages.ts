import type { Context } from '../context.js';
import { defineMessage, deliveryKind } from '../delivery/index.js';
import type { ClaimedDelivery, ContentResult, MessageAt, Over } from '../message.js';
import { claimsOn, isClaimWaiting, withPeople } from './request-rows.js';

/** A manager says that its reader reports to them, and asks whether that is right. */
export interface ClaimAskedMessage {
  kind: 'claim_asked';
  /** Empty once it is over. */
  requestId: string;
  managerSlackUserId: string;
  /** The manager of today. */
  beforeSlackUserId: string | undefined;
  /** 'done': it is answered, or they have another manager since. */
  over?: Over | undefined;
}

/** Somebody has said no to its reader, who had said that they report to them. */
export interface ClaimDeclinedMessage {
  kind: 'claim_declined';
  personSlackUserId: string;
  over?: undefined;
}

interface WhichClaim {
  /** The id of the manager. */
  subjectId: string;
  step: 'asked';
  requestId: string;
}

interface WhichNo {
  /** The id of the person who has said no. */
  subjectId: string;
  step: 'no';
  requestId: string;
}

export const claimAskedKind = deliveryKind('claim_asked', ({ requestId }: WhichClaim) => requestId);
export const claimDeclinedKind = deliveryKind(
  'claim_declined',
  ({ requestId }: WhichNo) => requestId,
);

/** To a person: whether they report to a manager who says so. */
export const claimAsked = defineMessage({
  kind: claimAskedKind.kind,
  read: async (context, message): Promise<ContentResult<ClaimAskedMessage>> => {
    const content = await readAsked(context, message);
    if (!content) return { drop: 'gone' };
    return content.over ? { drop: 'overtaken' } : { send: content };
  },
  readAgain: readAsked,
});

/** To a manager: that somebody doesn't report to them. */
export const claimDeclined = defineMessage({
  kind: claimDeclinedKind.kind,
  read: async (context, message): Promise<ContentResult<ClaimDeclinedMessage>> => {
    const content = await readDeclined(context, message);
    return content ? { send: content } : { drop: 'gone' };
  },
  readAgain: readDeclined,
});

type Reading = Pick<MessageAt, 'recipient'> & {
  claim: Pick<ClaimedDelivery, 'subjectId' | 'step'>;
};

async function readAsked(
  { db }: Context,
  { claim, recipient }: Reading,
): Promise<ClaimAskedMessage | undefined> {
  const { workspaceId, id: personId } = recipient;
  if (claim.subjectId === null) return undefined;
  const managerId = claim.subjectId;
  const [manager, person, found] = await Promise.all([
    db.person.findFirst({ where: { id: managerId, workspaceId } }),
    db.person.findFirst({ where: { id: personId, workspaceId }, include: { manager: true } }),
    db.placeRequest.findFirst({
      where: { ...claimsOn(personId), workspaceId, managerId },
      include: withPeople,
    }),
  ]);
  if (!manager) return undefined;
  const request = found && isClaimWaiting(found) && !manager.leftAt ? found : undefined;
  return {
    kind: 'claim_asked',
    requestId: request?.id ?? '',
    managerSlackUserId: manager.slackUserId,
    beforeSlackUserId: person?.manager?.slackUserId,
    over: request ? undefined : 'done',
  };
}

async function readDeclined(
  { db }: Context,
  { claim, recipient: { workspaceId } }: Reading,
): Promise<ClaimDeclinedMessage | undefined> {
  const id = claim.subjectId;
  const person = id === null ? null : await db.person.findFirst({ where: { id, workspaceId } });
  return person ? { kind: 'claim_declined', personSlackUserId: person.slackUserId } : undefined;
}
