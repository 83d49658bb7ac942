import type { Context } from '../context.js';
import { defineMessage, deliveryKind } from '../delivery/index.js';
import type { ClaimedDelivery, ContentResult, MessageAt, Over } from '../message.js';
import { isWaiting, ownChoiceOf, withPeople } from './request-rows.js';

/** Somebody has chosen a role and a manager; to the manager whose yes it waits for. */
export interface PlaceAskedMessage {
  kind: 'place_asked';
  /** Empty once it is over. */
  requestId: string;
  personSlackUserId: string;
  /** The title of the role that they have chosen. */
  roleTitle: string | undefined;
  /** The manager whom they have chosen: the reader, or nobody. */
  managerSlackUserId: string | undefined;
  /** 'done': it is answered, or they have chosen something else since. */
  over?: Over | undefined;
}

/** A manager has said yes or no to what its reader has chosen. */
export interface PlaceAnsweredMessage {
  kind: 'place_answered';
  answer: 'yes' | 'no';
  /** Undefined where the manager is gone. */
  managerSlackUserId: string | undefined;
  over?: undefined;
}

interface WhichRequest {
  /** The id of the person who has chosen. */
  subjectId: string;
  step: 'asked';
  requestId: string;
}

interface WhichAnswer {
  /** The id of the manager who has answered. */
  subjectId: string;
  step: 'yes' | 'no';
  requestId: string;
}

export const placeAskedKind = deliveryKind(
  'place_asked',
  ({ requestId }: WhichRequest) => requestId,
);
export const placeAnsweredKind = deliveryKind(
  'place_answered',
  ({ requestId }: WhichAnswer) => requestId,
);

/** To a manager: whether somebody's choice of a role and a manager is right. */
export const placeAsked = defineMessage({
  kind: placeAskedKind.kind,
  read: async (context, message): Promise<ContentResult<PlaceAskedMessage>> => {
    const content = await readAsked(context, message);
    if (!content) return { drop: 'gone' };
    return content.over ? { drop: 'overtaken' } : { send: content };
  },
  readAgain: readAsked,
});

/** To a person: what the manager has said to their choice. */
export const placeAnswered = defineMessage({
  kind: placeAnsweredKind.kind,
  read: async (context, message): Promise<ContentResult<PlaceAnsweredMessage>> => ({
    send: await readAnswered(context, message),
  }),
  readAgain: readAnswered,
});

type Reading = Pick<MessageAt, 'recipient'> & {
  claim: Pick<ClaimedDelivery, 'subjectId' | 'step'>;
};

async function readAsked(
  { db, frameworks }: Context,
  { claim, recipient }: Reading,
): Promise<PlaceAskedMessage | undefined> {
  const { workspaceId, id: askedId } = recipient;
  if (claim.subjectId === null) return undefined;
  const personId = claim.subjectId;
  const [person, found] = await Promise.all([
    db.person.findFirst({ where: { id: personId, workspaceId } }),
    db.placeRequest.findFirst({
      where: { workspaceId, askedId, AND: ownChoiceOf(personId) },
      include: withPeople,
    }),
  ]);
  if (!person) return undefined;
  const request = found && isWaiting(found) ? found : undefined;
  const { roles } = frameworks.current(workspaceId).framework;
  return {
    kind: 'place_asked',
    requestId: request?.id ?? '',
    personSlackUserId: person.slackUserId,
    roleTitle: roles.find(({ key }) => key === request?.roleKey)?.title,
    managerSlackUserId: request?.manager?.slackUserId,
    over: request ? undefined : 'done',
  };
}

async function readAnswered(
  { db }: Context,
  { claim, recipient }: Reading,
): Promise<PlaceAnsweredMessage> {
  const { workspaceId } = recipient;
  const id = claim.subjectId;
  const manager = id === null ? null : await db.person.findFirst({ where: { id, workspaceId } });
  return {
    kind: 'place_answered',
    answer: claim.step === 'yes' ? 'yes' : 'no',
    managerSlackUserId: manager?.slackUserId,
  };
}
