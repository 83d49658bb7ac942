import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { indexOf } from '../../../domain/role/position.js';
import { describeError, UserFacingError } from '../../../services/errors/index.js';
import {
  AssignmentError,
  meetManager,
  type Placed,
  placePerson,
} from '../../../services/person/index.js';
import type { SlackContext } from '../../bolt/context.js';
import { readPlace } from '../../person/links.js';
import { dateText, escapeMrkdwn, mention } from '../../ui/blocks.js';
import { inTime } from '../../ui/error-banner.js';
import { failureText } from '../../ui/failure-text.js';
import { fieldError } from '../../ui/form.js';
import { replaceView } from '../../ui/windows.js';
import { adminOf } from '../admin.js';
import { notices } from '../notices.js';
import { fields, personMetadata } from './ids.js';

/** Saves what the form has, or returns the form's answer: a sentence at its field. Never throws. */
export async function savePerson(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<ViewResponseAction | { note: string }> {
  try {
    return { note: placedText(slack, await inTime(save(slack, slackUserId, view))) };
  } catch (error) {
    if (error instanceof AssignmentError) return fieldError(fields[error.field], error.message);
    const sentence = failureText(slack.services.log, error, {
      ...{ what: "I couldn't save that", user: slackUserId },
    });
    return fieldError(fields.roleKey, sentence);
  }
}

async function save(slack: SlackContext, slackUserId: string, view: ViewOutput): Promise<Placed> {
  const { services } = slack;
  const { workspaceId, by } = await adminOf(slack, slackUserId);
  const { personId, seen, managerLeft } = personMetadata.read(view);
  const { managerSlackUserId, ...change } = readPlace(view, { fields, needsRole: false });
  const kept = managerLeft && managerSlackUserId === undefined;
  if (managerSlackUserId && managerSlackUserId !== seen.managerSlackUserId) {
    await meetManager(services, { workspaceId, slackUserId: managerSlackUserId });
  }
  return placePerson(services, {
    ...{ workspaceId, by, personId, seen: { ...nowhere, ...seen } },
    change: kept ? change : { ...change, managerSlackUserId },
  });
}

const nowhere = { roleKey: undefined, inRoleSince: undefined, managerSlackUserId: undefined };

/** "<@U0ROSA>: role Manager → Senior, manager none → <@U0NOOR>." */
function placedText(
  { services, workspace }: SlackContext,
  { slackUserId, before, after }: Placed,
): string {
  const roles = indexOf(services.frameworks.current(workspace.id).framework);
  const title = (key?: string) => (key ? escapeMrkdwn(roles.role(key)?.title ?? key) : 'none');
  const day = (since?: string) => (since ? dateText(since) : 'not set');
  const who = (id?: string) => (id ? mention(id) : 'none');
  const change = (what: string, from: string, to: string) =>
    from === to ? [] : [`${what} ${from} → ${to}`];
  const changes = [
    ...change('role', title(before.roleKey), title(after.roleKey)),
    ...change('since', day(before.inRoleSince), day(after.inRoleSince)),
    ...change('manager', who(before.managerSlackUserId), who(after.managerSlackUserId)),
  ];
  const all = changes.length > 0 ? changes.join(', ') : 'everything is as it was';
  return `${mention(slackUserId)}: ${all}.`;
}

/** Draws the page below the form anew; for a person who is no admin now, nothing. Never throws. */
export async function redrawPage(
  slack: SlackContext,
  client: WebClient,
  { user, viewId, draw }: { user: string; viewId: string; draw: () => Promise<ModalView> },
): Promise<void> {
  try {
    const page = await draw().catch((error) => {
      if (error instanceof UserFacingError) return notices.failure(error.message);
      throw error;
    });
    await replaceView(client, viewId, page);
  } catch (error) {
    slack.services.log.warn({ user, ...describeError(error) }, 'the people were not redrawn');
  }
}
