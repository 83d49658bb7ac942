import type { AssessmentRef } from '../../services/assessment/index.js';
import { findOrAddPerson } from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import { readMetadata } from './input.js';

/** The assessment that a view belongs to, for the person who acts in it. */
export async function refOf(
  { services, workspace }: SlackContext,
  slackUserId: string,
  view: { private_metadata: string },
): Promise<AssessmentRef> {
  const { assessmentId } = readMetadata(view);
  const workspaceId = workspace.id;
  const { id: authorId } = await findOrAddPerson(services, { workspaceId, slackUserId });
  return { workspaceId, authorId, assessmentId };
}
