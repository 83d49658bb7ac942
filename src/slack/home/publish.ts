import type { HomeView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { openActionItemsFor } from '../../services/action-item/index.js';
import { readCompletion } from '../../services/completion/index.js';
import { describeError } from '../../services/errors/index.js';
import { readOverview } from '../../services/person/index.js';
import { teamBetweenCycles, teamState } from '../../services/team/index.js';
import type { SlackContext } from '../bolt/context.js';
import { failureText } from '../ui/failure-text.js';
import { homeErrorView, homeView } from './blocks.js';

/**
 * Publishes a person's Home. Never throws: a failure is shown on Home itself, with a button to try
 * again. `teamNote` is the result of a press among their reports, in mrkdwn.
 */
export async function publishHome(
  slack: SlackContext,
  client: WebClient,
  slackUserId: string,
  { teamNote }: { teamNote?: string } = {},
): Promise<void> {
  const { services } = slack;
  try {
    const view = await currentHome(slack, slackUserId, teamNote);
    await client.views.publish({ user_id: slackUserId, view });
  } catch (error) {
    const what = "I couldn't draw this page";
    const sentence = failureText(services.log, error, { what, user: slackUserId });
    await client.views
      .publish({ user_id: slackUserId, view: homeErrorView(sentence) })
      .catch((failure) => {
        const fields = { user: slackUserId, ...describeError(failure) };
        services.log.warn(fields, 'Home could not be published');
      });
  }
}

async function currentHome(
  { services, workspace, command }: SlackContext,
  slackUserId: string,
  teamNote: string | undefined,
): Promise<HomeView> {
  const workspaceId = workspace.id;
  const overview = await readOverview(services, { workspaceId, slackUserId });
  const version = services.frameworks.current(workspaceId);
  const at = services.clock.now();
  const { person, reports } = overview;
  const input = { workspaceId, manager: person, at };
  const [team, open, completion] = await Promise.all([
    reports > 0 ? teamState(services, input) : undefined,
    openActionItemsFor(services, { workspaceId, personId: person.id, at }),
    person.isAdmin ? readCompletion(services, workspaceId) : undefined,
  ]);
  const resting = reports > 0 && !team ? await teamBetweenCycles(services, input) : undefined;
  return homeView({
    version,
    overview,
    team: team ?? resting,
    teamNote,
    open,
    completion,
    command,
  });
}
