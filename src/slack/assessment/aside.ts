import { doneFact } from '../../domain/action-item/action-item.js';
import { actionItemsOf } from '../../services/action-item/index.js';
import type { Assessment } from '../../services/assessment/index.js';
import { evidenceForAssessment } from '../../services/evidence/index.js';
import { findPerson } from '../../services/person/index.js';
import { fittingActionItems } from '../action-item/links.js';
import type { SlackContext } from '../bolt/context.js';
import { keptBlocks, unsorted } from '../evidence/links.js';
import { context, count, type KnownBlock, section } from '../ui/blocks.js';

/** Leaves room for what the role asks and for the inputs. */
const mostActions = 8;

/**
 * Returns what is shown beside one page of an assessment: the report's evidence for its competency,
 * and on the first page also evidence for none of the pages, and agreements. No rating.
 */
export async function asideBlocks(
  { services }: SlackContext,
  assessment: Assessment,
  page: number,
): Promise<KnownBlock[]> {
  const { workspaceId, authorId: viewerId, report, cycle } = assessment;
  const whose = { workspaceId, viewerId, personId: report.id };
  const kept = await evidenceForAssessment(services, { ...whose, cycleId: cycle.id });
  const competencies = assessment.pages.map(({ competency }) => competency);
  const pieces = kept.get(competencies[page]?.key ?? '') ?? [];
  if (page > 0) return keptBlocks(pieces, { usable: false });
  return [
    ...keptBlocks([...pieces, ...unsorted(kept, competencies)], { usable: false }),
    ...(await agreedBlocks(services, assessment)),
  ];
}

/** What the two agreed on last time: open ones first, then what was done or dropped since. */
async function agreedBlocks(
  services: SlackContext['services'],
  { workspaceId, authorId, report, framework }: Assessment,
): Promise<KnownBlock[]> {
  const at = services.clock.now();
  const whose = { workspaceId, personId: report.id, viewerId: authorId };
  const [manager, list] = await Promise.all([
    findPerson(services, { workspaceId, personId: authorId }),
    actionItemsOf(services, { ...whose, at }),
  ]);
  if (!manager || list.length === 0) return [];
  const { blocks, more } = fittingActionItems(list, {
    reader: manager.slackUserId,
    competencies: framework.competencies,
    buttons: false,
    most: mostActions,
  });
  const rest = more > 0 ? [context(`${count(more, 'more action')} not shown here.`)] : [];
  const fact = doneFact(list);
  const title = `*What was agreed on last time${fact ? `: ${fact}` : ''}*`;
  return [section(title), ...blocks, ...rest];
}
