import type { ViewResponseAction } from '@slack/bolt';
import {
  type Assignment,
  AssignmentError,
  meetManager,
  updateOwnAssignment,
} from '../../services/person/index.js';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError } from '../ui/form.js';
import { UnreadableError } from '../ui/slack-values.js';
import type { Saved } from './about-you.js';
import { fields } from './ids.js';
import { readPlace } from './place-form.js';

/** What was saved, or sent to the manager whose yes it waits for. */
type SavedAssignment = Assignment & Pick<Saved, 'waitsFor'>;

/**
 * Saves what was chosen in the form. Never throws: what can't be saved comes back as a sentence at its
 * field, so that the form stays open with everything in it.
 */
export async function saveAboutYou(
  slack: SlackContext,
  slackUserId: string,
  view: unknown,
): Promise<SavedAssignment | ViewResponseAction> {
  const { services, workspace } = slack;
  const work = async () => {
    const own = await actor(slack, slackUserId);
    const { roleKey = '', ...place } = readPlace(view, { fields, needsRole: true });
    const assignment = { ...place, roleKey };
    const { managerSlackUserId } = place;
    if (managerSlackUserId && managerSlackUserId !== slackUserId) {
      await meetManager(services, { workspaceId: workspace.id, slackUserId: managerSlackUserId });
    }
    const { waitsFor } = await updateOwnAssignment(services, own, assignment);
    return { ...assignment, waitsFor };
  };
  try {
    return await inTime(work());
  } catch (error) {
    if (error instanceof AssignmentError) return fieldError(fields[error.field], error.message);
    const sentence = failureText(services.log, error, { what: "I couldn't save that" });
    return fieldError(fieldOf(error), sentence);
  }
}

/** The field whose value can't be read, else the first. */
function fieldOf(error: unknown): string {
  const path = error instanceof UnreadableError ? error.path : [];
  return Object.values(fields).find((field) => path.includes(field)) ?? fields.roleKey;
}
