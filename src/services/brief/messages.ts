import { refusalOf } from '../../domain/access/access.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { readAccess } from '../access/index.js';
import type { Context } from '../context.js';
import { defineMessage } from '../delivery/index.js';
import type { ContentResult, MessageAt, Over, PostedAt } from '../message.js';
import { briefKind, type WhichBrief } from '../reveal/index.js';

/** Both sides are in: the brief is ready, to each of the two. It opens in a window. */
export interface BriefMessage {
  kind: 'brief';
  checkInId: string;
  /** Which of the two reads it, and the other one. */
  reader: 'report' | 'manager';
  /** Undefined for a manager who was erased. */
  otherSlackUserId: string | undefined;
  cycleName: string;
  /** When the two talked about it; undefined while that is not recorded. */
  heldOn: Day | undefined;
  /** 'changed': its recipient is not the manager any more, and it doesn't open for them. */
  over?: Over | undefined;
}

type BriefAt = MessageAt<unknown, WhichBrief>;

/** To the report and to the manager; its subject is the report. */
export const brief = defineMessage({
  kind: briefKind.kind,
  supersededBy: ({ subjectId, recipientId }) =>
    subjectId === recipientId ? undefined : ['digest'],
  read: readBriefReady,
  readAgain: readPostedBrief,
});

/** For the report, and for the manager with whom it was revealed while they are the manager. */
async function readBriefReady(
  context: Context,
  { claim, recipient, cycle }: BriefAt,
): Promise<ContentResult<BriefMessage>> {
  const { id: actorId, workspaceId } = recipient;
  const pair = { workspaceId, actorId, subjectId: claim.subjectId };
  const { subject, checkIns } = await readAccess(context, pair, { cycleId: claim.cycleId });
  const [access] = checkIns;
  // A manager further up may open it, but it is none of theirs.
  const isOfTwo = access && access.facts.relation !== 'above';
  const missing = isOfTwo ? refusalOf('readBrief', access.facts) : 'not_related';
  // The window says so to a manager who still owes a view in another cycle.
  if (!access || !subject || (missing && missing !== 'owesNothing')) return { drop: 'no_access' };
  const { checkInId } = access;
  const [other, held] = await Promise.all([
    findOther(context, checkInId, actorId),
    context.db.conversation.findFirst({
      where: { workspaceId, cycleId: claim.cycleId, personId: claim.subjectId },
      select: { heldOn: true },
    }),
  ]);
  return {
    send: {
      kind: 'brief',
      checkInId,
      reader: actorId === subject.id ? 'report' : 'manager',
      otherSlackUserId: other?.slackUserId,
      cycleName: cycle.name,
      heldOn: held ? dayFromDate(held.heldOn) : undefined,
    },
  };
}

/** The same once it is posted; for a manager of then, that it was. */
async function readPostedBrief(
  context: Context,
  message: PostedAt<unknown, WhichBrief>,
): Promise<BriefMessage | undefined> {
  const content = await readBriefReady(context, message);
  if ('send' in content) return content.send;
  const { claim, recipient, cycle } = message;
  const row = await context.db.checkIn.findUnique({
    where: { cycleId_personId: { cycleId: claim.cycleId, personId: claim.subjectId } },
    select: { id: true, person: { select: { slackUserId: true } } },
  });
  if (!row || claim.subjectId === recipient.id) return undefined;
  return {
    ...{ kind: 'brief', checkInId: row.id, reader: 'manager', over: 'changed' },
    ...{ otherSlackUserId: row.person.slackUserId, cycleName: cycle.name, heldOn: undefined },
  };
}

/** The other one of the two whose views the brief has. */
async function findOther({ db }: Context, checkInId: string, actorId: string) {
  const row = await db.checkIn.findUnique({
    where: { id: checkInId },
    select: { person: true, assessment: { select: { author: true } } },
  });
  return row?.person.id === actorId ? row.assessment?.author : row?.person;
}
