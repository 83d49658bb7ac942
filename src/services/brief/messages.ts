import type { ContentReader } from '../delivery/contents.js';
import { type Brief, readBrief } from './briefs.js';

/** Both sides are in: the brief, to each of the two. */
export interface BriefMessage {
  kind: 'brief';
  brief: Brief;
}

/** The same in a line, where several come at once: nobody reads anything of it before it is opened. */
export interface BriefReadyMessage {
  kind: 'brief_ready';
  checkInId: string;
  reportSlackUserId: string;
  cycleName: string;
}

/** To a manager, while they are the one with whom it was revealed. */
export const briefReadyContent: ContentReader = async ({ db }, { claim, recipient, round }) => {
  const { id: managerId, workspaceId } = recipient.person;
  const checkIn = await db.checkIn.findFirst({
    where: {
      ...{ workspaceId, cycleId: claim.cycleId, personId: claim.subjectId ?? '' },
      revealedAt: { not: null },
      person: { managerId },
      assessment: { authorId: managerId },
    },
    include: { person: { select: { slackUserId: true } } },
  });
  if (!checkIn) return { drop: 'no_access' };
  const { id: checkInId, person } = checkIn;
  const { name: cycleName } = round.cycle;
  return {
    send: { kind: 'brief_ready', checkInId, reportSlackUserId: person.slackUserId, cycleName },
  };
};

/** To the report or the manager: the brief as they may see it right now. */
export const briefContent: ContentReader = async (context, { claim, recipient }) => {
  const { id: viewerId, workspaceId } = recipient.person;
  const checkIn = await context.db.checkIn.findFirst({
    where: { workspaceId, cycleId: claim.cycleId, personId: claim.subjectId ?? viewerId },
    select: { id: true },
  });
  if (!checkIn) return { drop: 'gone' };
  const checkInId = checkIn.id;
  const input = { workspaceId, viewerId, checkInId, surface: 'brief_message' } as const;
  const reading = await readBrief(context, input);
  return 'brief' in reading
    ? { send: { kind: 'brief', brief: reading.brief } }
    : { drop: reading.refused };
};
