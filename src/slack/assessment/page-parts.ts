import { doneFact } from '../../domain/action-item/action-item.js';
import type { Sheet } from '../../domain/questionnaire/sheets.js';
import { actionItemsOf } from '../../services/action-item/index.js';
import type { Assessment } from '../../services/assessment/index.js';
import { evidenceForAssessment } from '../../services/evidence/index.js';
import { managerNotesForAssessment } from '../../services/manager-note/index.js';
import { findPerson } from '../../services/person/index.js';
import { fittingActionItems } from '../action-item/links.js';
import type { SlackContext } from '../bolt/context.js';
import { keptBlocks, unsorted } from '../evidence/links.js';
import { notesBesideView } from '../manager-note/links.js';
import { context, count, dayText, escapeMrkdwn, type KnownBlock, section } from '../ui/blocks.js';
import { displayName } from '../ui/text.js';

/** Leaves room for what the role asks and for the inputs. */
const mostActions = 8;

/** Returns the blocks on a sheet of an assessment: introduction, evidence, agreements. No rating. */
export async function pageParts(slack: SlackContext, assessment: Assessment, sheet: Sheet) {
  return {
    introduction: [section(introduction(assessment))],
    aside: await asideBlocks(slack, assessment, sheet),
  };
}

function introduction({ report, cycle, role }: Assessment): string {
  const name = displayName(report);
  return [
    `*Your view of ${name} for ${escapeMrkdwn(cycle.name)}*, before conversations start on ${dayText(cycle.reviewOn)}.`,
    `Look at what the role asks: ${escapeMrkdwn(role.title)}. All is saved as you go, so you can leave at any time and go on later.`,
    `How ${name} sees it stays hidden from you until you have given your view, and yours from them. Then you both get the same brief.`,
  ].join('\n');
}

/**
 * The report's evidence for the sheet's competencies; on the first sheet also evidence for none of
 * the pages, and agreements; on each sheet what the author kept for themselves.
 */
async function asideBlocks(
  { services }: SlackContext,
  assessment: Assessment,
  sheet: Sheet,
): Promise<KnownBlock[]> {
  const { workspaceId, authorId, report, cycle } = assessment;
  const whose = { workspaceId, viewerId: authorId, personId: report.id };
  const about = { workspaceId, authorId, subjectId: report.id };
  const [kept, own] = await Promise.all([
    evidenceForAssessment(services, { ...whose, cycleId: cycle.id }),
    managerNotesForAssessment(services, { ...about, reviewOn: cycle.reviewOn }),
  ]);
  const notes = notesBesideView(own);
  const competencies = assessment.pages.map(({ competency }) => competency);
  const pieces = sheet.pages.flatMap(({ competency }) => kept.get(competency.key) ?? []);
  if (sheet.first > 0) return [...keptBlocks(pieces, { usable: false }), ...notes];
  return [
    ...keptBlocks([...pieces, ...unsorted(kept, competencies)], { usable: false }),
    ...notes,
    ...(await agreedBlocks(services, assessment)),
  ];
}

/** What the two agreed on last time: open ones first, then what was done or dropped since. */
async function agreedBlocks(
  services: SlackContext['services'],
  { workspaceId, authorId, report, frameworkVersionId }: Assessment,
): Promise<KnownBlock[]> {
  const at = services.clock.now();
  const whose = { workspaceId, personId: report.id, viewerId: authorId, frameworkVersionId };
  const [manager, list] = await Promise.all([
    findPerson(services, { workspaceId, personId: authorId }),
    actionItemsOf(services, { ...whose, at }),
  ]);
  if (!manager || list.length === 0) return [];
  const { blocks, more } = fittingActionItems(list, {
    reader: manager.slackUserId,
    buttons: false,
    most: mostActions,
  });
  const rest = more > 0 ? [context(`${count(more, 'more action')} not shown here.`)] : [];
  const fact = doneFact(list);
  const title = `*What was agreed on last time${fact ? `: ${fact}` : ''}*`;
  return [section(title), ...blocks, ...rest];
}
