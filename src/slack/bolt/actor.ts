import { findOrAddPerson, type Person } from '../../services/person/index.js';
import type { SlackContext } from './context.js';

/** Returns the person behind a Slack user. Throws NotAMemberError for somebody who is no full member. */
export function personOf(
  { services, workspace }: SlackContext,
  slackUserId: string,
): Promise<Person> {
  return findOrAddPerson(services, { workspaceId: workspace.id, slackUserId });
}

/** Returns who acts, as most services ask for them. Throws as `personOf` does. */
export async function actor(
  slack: SlackContext,
  slackUserId: string,
): Promise<{ workspaceId: string; personId: string }> {
  const { id: personId } = await personOf(slack, slackUserId);
  return { workspaceId: slack.workspace.id, personId };
}
