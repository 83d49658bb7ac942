import {
  type Assignment,
  AssignmentError,
  findOrAddPerson,
  meetManager,
  type Person,
  updateOwnAssignment,
} from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { inTime } from '../ui/error-banner.js';
import { UnreadableError } from '../ui/given.js';
import { fields } from './ids.js';
import { readForm } from './input.js';

/** What came of saving: who the person is now, or a sentence for each field that can't be so. */
export type SaveOutcome =
  | { person: Person; assignment: Assignment }
  | { errors: Record<string, string> };

/**
 * Saves what was chosen in the form. Never throws: what can't be saved comes back as a sentence at
 * its field, so that the form stays open with everything in it.
 */
export async function saveAboutYou(
  { services, workspace }: SlackContext,
  slackUserId: string,
  view: unknown,
): Promise<SaveOutcome> {
  const work = async () => {
    const who = { workspaceId: workspace.id, slackUserId };
    const { id: personId } = await findOrAddPerson(services, who);
    const assignment = readForm(view);
    const { managerSlackUserId } = assignment;
    if (managerSlackUserId && managerSlackUserId !== slackUserId) {
      await meetManager(services, { ...who, slackUserId: managerSlackUserId });
    }
    const own = { workspaceId: workspace.id, personId };
    return { person: await updateOwnAssignment(services, own, assignment), assignment };
  };
  try {
    return await inTime(work());
  } catch (error) {
    if (error instanceof AssignmentError)
      return { errors: { [fields[error.field]]: error.message } };
    const sentence = failureText(services.log, error, { what: "I couldn't save that" });
    return { errors: { [fieldOf(error)]: sentence } };
  }
}

/** The field whose value can't be read, else the first. */
function fieldOf(error: unknown): string {
  const path = error instanceof UnreadableError ? error.path : [];
  return Object.values(fields).find((field) => path.includes(field)) ?? fields.roleKey;
}
