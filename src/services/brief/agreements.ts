import type { CheckIn, Cycle } from '../../database/index.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { actionItemsOf, earlierActionItems, type ListedActionItem } from '../action-item/index.js';
import type { Context } from '../context.js';
import { readCompetencyKeys, readCompetencyNames } from '../framework/index.js';

/** What the two of a brief have agreed on, and written down. */
export interface Agreements {
  /** What the two agreed on before this cycle, and in it. */
  lastTime: ListedActionItem[];
  agreed: ListedActionItem[];
  /** When they talked about it; undefined while that is not recorded. */
  heldOn: Day | undefined;
  /** What the two wrote down of it; may be empty. */
  notes: string;
  /** The names of the competencies that they still see differently: in it, and the time before. */
  stillDiffer: string[];
  stillDifferedLastTime: string[];
}

/**
 * Returns the action items agreed on before this cycle's conversation, and in it; none of later
 * ones.
 */
export async function readAgreements(
  context: Context,
  { workspaceId, personId, cycle, frameworkVersionId }: CheckIn & { cycle: Cycle },
  viewerId: string,
): Promise<Agreements> {
  const version = { workspaceId, frameworkVersionId };
  const whose = { ...version, personId, viewerId, at: context.clock.now() };
  const [lastTime, actionItems, found] = await Promise.all([
    earlierActionItems(context, { ...whose, reviewOn: dayFromDate(cycle.reviewOn) }),
    actionItemsOf(context, whose),
    context.db.conversation.findMany({
      where: { workspaceId, personId },
      include: { differences: true, cycle: { select: { reviewOn: true } } },
      orderBy: { cycle: { reviewOn: 'asc' } },
    }),
  ]);
  // What a report talked about with another manager stays between those two.
  const isOwn = viewerId === personId;
  const conversations = found.filter(
    ({ managerId: talkedWith }) => isOwn || talkedWith === viewerId,
  );
  const held = conversations.find(({ cycleId }) => cycleId === cycle.id);
  const before = conversations.filter((one) => one.cycle.reviewOn < cycle.reviewOn);
  const { framework } = await context.frameworks.version(frameworkVersionId);
  const namesOf = (differences: { competencyKey: string }[] = []) => {
    const keys = new Set(differences.map(({ competencyKey }) => competencyKey));
    return framework.competencies.flatMap(({ key, name }) => (keys.has(key) ? [name] : []));
  };
  return {
    lastTime,
    agreed: actionItems.filter(({ conversationId: id }) => held !== undefined && id === held.id),
    heldOn: held && dayFromDate(held.heldOn),
    notes: held?.notes ?? '',
    stillDiffer: namesOf(held?.differences),
    stillDifferedLastTime: await stillDifferedThen(context, before.at(-1), version),
  };
}

/** What the two saw differently in an earlier conversation, by the names of this check-in's version. */
async function stillDifferedThen(
  context: Context,
  conversation: EarlierTalk | undefined,
  version: { workspaceId: string; frameworkVersionId: string },
): Promise<string[]> {
  if (!conversation || conversation.differences.length === 0) return [];
  const { workspaceId, cycleId, personId } = conversation;
  const { frameworkVersionId } = await context.db.checkIn.findUniqueOrThrow({
    where: { cycleId_personId: { cycleId, personId } },
    select: { frameworkVersionId: true },
  });
  const then = await readCompetencyKeys(context, { workspaceId, frameworkVersionId });
  const keys = new Set(conversation.differences.map(({ competencyKey: key }) => then.now(key)));
  return [...(await readCompetencyNames(context, version, keys)).values()].sort();
}

interface EarlierTalk {
  workspaceId: string;
  cycleId: string;
  personId: string;
  differences: { competencyKey: string }[];
}
