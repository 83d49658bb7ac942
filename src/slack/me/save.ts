import type { WebClient } from '@slack/web-api';
import {
  type Assignment,
  AssignmentError,
  updateOwnAssignment,
} from '../../services/assignments.js';
import { describeError } from '../../services/error-description.js';
import { findOrAddPerson, type Person } from '../../services/people.js';
import { rememberProfiles } from '../../services/profiles.js';
import { inTime } from '../check-in/trouble.js';
import type { SlackContext } from '../context.js';
import { slackDirectory } from '../directory.js';
import { failureText } from '../failure.js';
import { fields } from './ids.js';

/** What came of saving: who the person is now, or a sentence for each field that can't be so. */
export type SaveOutcome = { person: Person } | { errors: Record<string, string> };

/**
 * Saves what was chosen in the form. Never throws: what can't be saved comes back as a sentence at
 * its field, so that the form stays open with everything in it.
 */
export async function saveAboutYou(
  { services, workspace }: SlackContext,
  client: WebClient,
  slackUserId: string,
  assignment: Assignment,
): Promise<SaveOutcome> {
  const work = async () => {
    const who = { workspaceId: workspace.id, slackUserId };
    const { id: personId } = await findOrAddPerson(services, who);
    const { managerSlackUserId } = assignment;
    if (managerSlackUserId && managerSlackUserId !== slackUserId) {
      await learnAbout({ services, workspace }, client, managerSlackUserId);
    }
    return updateOwnAssignment(services, { workspaceId: workspace.id, personId }, assignment);
  };
  try {
    return { person: await inTime(work()) };
  } catch (error) {
    if (error instanceof AssignmentError)
      return { errors: { [fields[error.field]]: error.message } };
    const what = "I couldn't save that";
    return { errors: { [fields.roleKey]: failureText(services.log, error, { what }) } };
  }
}

/** Asks Slack who was picked, so that an app or somebody who left is not taken for a manager. */
async function learnAbout(
  { services, workspace }: Pick<SlackContext, 'services' | 'workspace'>,
  client: WebClient,
  slackUserId: string,
): Promise<void> {
  await findOrAddPerson(services, { workspaceId: workspace.id, slackUserId });
  try {
    const profile = await slackDirectory(client).find(slackUserId);
    if (profile) await rememberProfiles(services, workspace.id, [profile]);
  } catch (error) {
    // Slack is slow or limits us: what we know already has to do, and the daily reading mends it.
    services.log.warn(
      { user: slackUserId, ...describeError(error) },
      'a profile could not be read',
    );
  }
}
