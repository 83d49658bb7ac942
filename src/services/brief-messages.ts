import { type Brief, readBrief } from './briefs.js';
import type { ContentReader } from './delivery-contents.js';

/** Both sides are in: the brief, to each of the two. */
export interface BriefMessage {
  kind: 'brief';
  brief: Brief;
}

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
