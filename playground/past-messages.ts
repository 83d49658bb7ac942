import { dayFromDate } from '../src/domain/time/day.js';
import { instantAt, localDay } from '../src/domain/time/time-zone.js';
import type { Context } from '../src/services/context.js';
import { messageBlocks } from '../src/slack/messages.js';
import type { Message } from '../src/slack/ui/blocks.js';
import { asReadIn } from '../src/slack/ui/reader.js';
import type { PastPost } from './slack/messages.js';

const options = { command: '/ladder' };

/**
 * Returns the messages of the past check-ins as they stand now, oldest first: each person's invitation,
 * and for the manager that the brief was ready. The product's own builders make them.
 */
export async function pastMessages({ db }: Context, workspaceId: string): Promise<PastPost[]> {
  const checkIns = await db.checkIn.findMany({
    where: { workspaceId, revealedAt: { not: null } },
    include: { person: true, cycle: true, assessment: { include: { author: true } } },
  });
  const conversations = await db.conversation.findMany({ where: { workspaceId } });
  const posts = checkIns.flatMap((checkIn): PastPost[] => {
    const { id, person, cycle, assessment, revealedAt, submittedAt } = checkIn;
    const manager = assessment?.author;
    if (!manager || !revealedAt) return [];
    const today = dayFromDate(cycle.opensOn);
    const invitation = {
      kind: 'invitation' as const,
      cycleName: cycle.name,
      dueOn: dayFromDate(cycle.dueOn),
      reviewOn: dayFromDate(cycle.reviewOn),
      today,
      managerSlackUserId: manager.slackUserId,
      // As Ladder leaves it: the check-in was sent, and the review is over.
      sentOn: localDay(submittedAt ?? revealedAt, person.timeZone),
      over: 'closed' as const,
    };
    const held = conversations.find(
      ({ cycleId, personId }) => cycleId === cycle.id && personId === person.id,
    );
    const brief = {
      kind: 'brief' as const,
      checkInId: id,
      reader: 'manager' as const,
      otherSlackUserId: person.slackUserId,
      cycleName: cycle.name,
      heldOn: held && dayFromDate(held.heldOn),
    };
    const { locale } = person;
    return [
      post(
        { personId: person.slackUserId, at: instantAt(today, 9, person.timeZone) },
        asReadIn(locale, () => messageBlocks.invitation.build(invitation, options)),
      ),
      post(
        { personId: manager.slackUserId, at: revealedAt },
        asReadIn(manager.locale, () => messageBlocks.brief.build(brief, options)),
      ),
    ];
  });
  return posts.sort((one, other) => one.at.getTime() - other.at.getTime());
}

function post(to: Pick<PastPost, 'personId' | 'at'>, { text, blocks }: Message): PastPost {
  return { ...to, text, blocks: blocks.map((block) => ({ ...block })) };
}
