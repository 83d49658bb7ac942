import { refusalOf } from '../../domain/access/access.js';
import { readAccess } from '../access/index.js';
import type { Context } from '../context.js';
import { defineMessage } from '../delivery/index.js';
import type { Content, MessageAt } from '../message.js';
import { briefKind, type WhichBrief } from '../reveal/index.js';
import { type Brief, readBrief } from './briefs.js';

/** Both sides are in: the brief, to each of the two. */
export interface BriefMessage {
  kind: 'brief';
  brief: Brief;
}

/** The same as one line, where several come at once: it shows no content. */
export interface BriefReadyMessage {
  kind: 'brief_ready';
  checkInId: string;
  reportSlackUserId: string;
  cycleName: string;
}

type BriefAt = MessageAt<unknown, WhichBrief>;

/** To the report and to the manager; its subject is the report. */
export const brief = defineMessage({
  kind: briefKind.kind,
  supersededBy: ({ subjectId, recipientId }) =>
    subjectId === recipientId ? undefined : ['digest'],
  logsAccess: true,
  read: readBriefOrReady,
});

function readBriefOrReady(
  context: Context,
  message: BriefAt,
  nth: number,
): Promise<Content<BriefMessage | BriefReadyMessage>> {
  const { subjectId, recipientId } = message.claim;
  // A post has room for one whole brief, and only that one is read.
  const isAnother = nth > 0 && subjectId !== recipientId;
  return isAnother ? readBriefReady(context, message) : readWhole(context, message);
}

/** For the manager with whom it was revealed, while they are the manager. */
async function readBriefReady(
  context: Context,
  { claim, recipient, cycle }: BriefAt,
): Promise<Content<BriefReadyMessage>> {
  const { id: actorId, workspaceId } = recipient;
  const pair = { workspaceId, actorId, subjectId: claim.subjectId };
  const { subject, checkIns } = await readAccess(context, pair, { cycleId: claim.cycleId });
  const [access] = checkIns;
  const missing = access ? refusalOf('readBrief', access.facts) : 'not_related';
  if (!access || !subject || (missing && missing !== 'owesNothing')) return { drop: 'no_access' };
  const { checkInId } = access;
  const { slackUserId: reportSlackUserId } = subject;
  return { send: { kind: 'brief_ready', checkInId, reportSlackUserId, cycleName: cycle.name } };
}

/** The brief as its recipient may see it right now. */
async function readWhole(
  context: Context,
  { claim, recipient }: BriefAt,
): Promise<Content<BriefMessage>> {
  const { id: viewerId, workspaceId } = recipient;
  const checkIn = await context.db.checkIn.findFirst({
    where: { workspaceId, cycleId: claim.cycleId, personId: claim.subjectId },
    select: { id: true },
  });
  if (!checkIn) return { drop: 'gone' };
  const checkInId = checkIn.id;
  const input = { workspaceId, viewerId, checkInId, surface: 'brief_message' } as const;
  const reading = await readBrief(context, input);
  return 'brief' in reading
    ? { send: { kind: 'brief', brief: reading.brief } }
    : { drop: reading.refused };
}
