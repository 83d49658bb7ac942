import type { FrameworkVersion } from '../../domain/framework/framework.js';
import { indexOf } from '../../domain/role/position.js';
import { excerpt } from '../../domain/text/excerpt.js';
import type { ReportPage } from '../../services/team/index.js';
import { allActionItemsButton, fittingActionItems } from '../action-item/links.js';
import { openHistoryButton } from '../history/links.js';
import { notesOnReport } from '../manager-note/links.js';
import { reportRoleButton } from '../person/links.js';
import { reportsRoleLost, timeText } from '../role/links.js';
import {
  actions,
  context,
  count,
  dayText,
  escapeMrkdwn,
  header,
  type KnownBlock,
  limits,
  section,
} from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { displayName } from '../ui/text.js';
import { teamBelowButton } from './below-view.js';
import { callbackIds } from './ids.js';
import { facts, mainButtons, type ReportGroup, recordButtons, titles } from './rows.js';

const mostActions = 3;

/**
 * The page about one report: role, this review with the button that it asks for, what was agreed, the
 * way to earlier reviews, and what the reader keeps about them. `note`: the result of the last press,
 * in mrkdwn.
 */
export function reportView(
  page: ReportPage,
  { version, note }: { version: FrameworkVersion; note?: string | undefined },
): ReturnType<typeof modal> {
  const { report } = page;
  const { personId: id, name, slackUserId } = report;
  return modal({
    callbackId: callbackIds.report,
    title: 'Your report',
    blocks: [
      name ? header(excerpt(name, limits.headerText)) : section(`*${displayName(report)}*`),
      section(escapeMrkdwn(roleText(page, version)), { accessory: roleButton(page) }),
      ...(note === undefined ? [] : [context(note)]),
      ...reviewBlocks(page),
      ...agreedBlocks(page),
      ...historyRow(page),
      ...notesOnReport({ id, name, slackUserId }, page.notes),
    ],
  });
}

function roleButton({ report, roleKey }: ReportPage) {
  const isSet = roleKey !== undefined && !report.roleLost;
  return reportRoleButton(report.personId, isSet ? 'Change role' : 'Set role', {
    label: `${isSet ? 'Change' : 'Set'} the role`,
  });
}

function roleText({ report, roleKey, inRoleSince, today }: ReportPage, version: FrameworkVersion) {
  if (report.roleLost) return `${reportsRoleLost.replace(/^t/, 'T')}.`;
  const role = roleKey ? indexOf(version.framework).role(roleKey) : undefined;
  if (!role) return 'No role on the ladder yet.';
  const since = inRoleSince ? timeText(inRoleSince, today, role) : 'Since when is not set.';
  return `${role.title}\n${since}`;
}

function reviewBlocks({ report, group: named, cycle, today }: ReportPage): KnownBlock[] {
  if (!cycle) return [section('*This review*\nNo check-ins are open now.')];
  const group: ReportGroup = named;
  const state = [titles[group], ...facts(group, report, { today, isPost: false })].join(' · ');
  const when = `conversations from ${dayText(cycle.reviewOn)}`;
  const text = `*${escapeMrkdwn(cycle.name)}*, ${when}\n${state}`;
  const buttons = [...mainButtons(group, report, 'report'), ...recordButtons(group, report)];
  return [section(text), ...(buttons.length > 0 ? [actions(buttons)] : [])];
}

function agreedBlocks(page: ReportPage): KnownBlock[] {
  const { actionItems, reader, report } = page;
  const { blocks, more } = fittingActionItems(actionItems, {
    reader: reader.slackUserId,
    buttons: false,
    most: mostActions,
  });
  return [
    section(
      actionItems.length > 0 ? '*What you agreed on*' : '*What you agreed on*\nNothing is open.',
    ),
    ...blocks,
    ...(more > 0 ? [context(`And ${count(more, 'more open action')}.`)] : []),
    actions([allActionItemsButton(report.personId)]),
  ];
}

/** Ratings are a window of their own, so that each reading is asked for and recorded. */
function historyRow({ report, cycle, hasTeamBelow }: ReportPage): KnownBlock[] {
  const buttons = [
    ...(report.hasHistory ? [openHistoryButton(report.personId, 'Earlier ratings')] : []),
    ...(hasTeamBelow ? [teamBelowButton(report)] : []),
  ];
  const isLater = !report.hasHistory && cycle && report.view !== 'submitted';
  return [
    ...(buttons.length > 0 ? [actions(buttons)] : []),
    ...(isLater
      ? [context('Earlier ratings open once you have given your view for this review.')]
      : []),
  ];
}
