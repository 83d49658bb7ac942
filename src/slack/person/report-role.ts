import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { AssignmentError, openReportPlace, setReportRole } from '../../services/person/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError } from '../ui/form.js';
import { noticesOf } from '../ui/notices.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { askAdminsModal } from './about-you.js';
import { actionIds, callbackIds, reportFields } from './ids.js';
import { reportRoleMetadata } from './input.js';
import { reportRoleButton } from './links.js';
import { readPlace } from './place-form.js';
import { reportRoleForm, reportRoleTitle } from './report-role-form.js';

const notices = noticesOf(callbackIds.reportRole, reportRoleTitle);

/** The form in which a manager sets a report's role. */
export const registerReportRole: Register = (app, slack) => {
  onAction(app, actionIds.reportRole, async (press) => {
    const reportId = pressed(slackValues.id, press);
    await openWindow(press, {
      log: slack.services.log,
      notices,
      replaces: [],
      loading: 'One moment, I am getting their role.',
      draw: () => drawForm(slack, press.body.user.id, reportId),
      what: 'that form',
      again: reportRoleButton(reportId, 'Try again'),
    });
  });

  app.view(callbackIds.reportRole, async ({ ack, body, view }) => {
    const refused = await save(slack, body.user.id, view);
    await (refused ? ack(refused) : ack());
  });
};

async function drawForm(
  slack: SlackContext,
  slackUserId: string,
  reportId: string,
): Promise<ModalView> {
  const { workspaceId, personId: managerId } = await actor(slack, slackUserId);
  const opened = await openReportPlace(slack.services, { workspaceId, managerId, reportId });
  if ('adminsToAsk' in opened) return askAdminsModal(opened.adminsToAsk, { whose: 'theirs' });
  const { framework } = slack.services.frameworks.current(workspaceId);
  return reportRoleForm(opened.report, framework);
}

/** Saves what the form has; returns a sentence at its field where it can't be. Never throws. */
async function save(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<ViewResponseAction | undefined> {
  const work = async () => {
    const { workspaceId, personId: managerId } = await actor(slack, slackUserId);
    const { reportId, seen } = reportRoleMetadata.read(view);
    const { roleKey = '', inRoleSince } = readPlace(view, {
      fields: reportFields,
      needsRole: true,
    });
    await setReportRole(slack.services, {
      ...{ workspaceId, managerId, reportId, roleKey, inRoleSince },
      seen: { roleKey: seen.roleKey, inRoleSince: seen.inRoleSince },
    });
  };
  try {
    await inTime(work());
    return undefined;
  } catch (error) {
    if (error instanceof AssignmentError && error.field !== 'managerSlackUserId') {
      return fieldError(reportFields[error.field], error.message);
    }
    const sentence = failureText(slack.services.log, error, { what: "I couldn't save that" });
    return fieldError(reportFields.roleKey, sentence);
  }
}
