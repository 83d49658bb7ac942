import { may } from '../../domain/access/access.js';
import { type ReportState, type TeamGroup, teamGroups } from '../../domain/team/team.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { findRelation } from '../access/index.js';
import { actionItemsOf, type ListedActionItem } from '../action-item/index.js';
import type { Context } from '../context.js';
import type { Cycle } from '../cycle/index.js';
import { listManagerNotes, type ManagerNote } from '../manager-note/index.js';
import { readTeamBelow } from './below.js';
import { type Reader, teamBetweenCycles, teamState } from './team.js';

/** One report as their manager of today sees them: how far they are, and nothing that they wrote. */
export interface ReportPage {
  report: ReportState;
  group: TeamGroup;
  roleKey: string | undefined;
  inRoleSince: Day | undefined;
  cycle: Cycle | undefined;
  /** Open ones that the two agreed on. */
  actionItems: ListedActionItem[];
  /** The reader's own. */
  notes: ManagerNote[];
  /** Whether the report has a team whose check-ins the reader may read. */
  hasTeamBelow: boolean;
  /** The reader's own day. */
  today: Day;
  reader: Reader;
}

/** Returns the page of a report; undefined for anybody but their manager of today. */
export async function readReportPage(
  context: Context,
  input: { workspaceId: string; manager: Reader; reportId: string; at: Date },
): Promise<ReportPage | undefined> {
  const { workspaceId, manager, reportId: subjectId, at } = input;
  const pair = { workspaceId, actorId: manager.id, subjectId };
  const { relation, subject } = await findRelation(context.db, pair);
  if (!subject || !may('followActionItems', { relation })) return undefined;
  const [open, below, actionItems, notes] = await Promise.all([
    teamState(context, input),
    readTeamBelow(context, { workspaceId, viewerId: manager.id, managerId: subjectId }),
    actionItemsOf(context, { workspaceId, personId: subjectId, viewerId: manager.id, at }),
    listManagerNotes(context, { workspaceId, authorId: manager.id, subjectId }),
  ]);
  const { team, today, reader } = open ?? (await teamBetweenCycles(context, input));
  for (const group of teamGroups) {
    const report = team.groups[group].find(({ personId }) => personId === subjectId);
    if (!report) continue;
    return {
      ...{ report, group, today, reader, notes, cycle: open?.cycle },
      hasTeamBelow: below !== undefined && below.reports.length > 0,
      roleKey: subject.roleKey ?? undefined,
      inRoleSince: subject.inRoleSince ? dayFromDate(subject.inRoleSince) : undefined,
      actionItems: actionItems.filter(({ state }) => state === 'open'),
    };
  }
  return undefined;
}
