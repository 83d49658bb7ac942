import { readOverview, setOwnRole } from '../../services/person/index.js';
import { actor } from '../bolt/actor.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import type { DrawPanel } from '../bolt/redraw-panels.js';
import { showBlocks } from '../role/links.js';
import type { Message } from '../ui/blocks.js';
import { panelBlocks } from '../ui/panel.js';
import { chosen } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { overviewAction } from './links.js';
import { overviewMessage } from './overview.js';

export { publishNoted as publishHome, redrawHome } from './redraw.js';

/** The Home tab, redrawn each time it is opened, and the overview of the bare command. */
export const register: Register = (app, slack) => {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await slack.publishHome(client, event.user);
  });

  onAction(app, 'home.refresh', ({ body, client }) => slack.publishHome(client, body.user.id));

  onAction(app, overviewAction, async (press) => {
    await showBlocks(press, await overviewOf(slack, press.body.user.id));
  });

  onAction(app, /^me\.pick_role(_load)?$/, async (press) => {
    const { user, view } = press.body;
    await setOwnRole(slack.services, await actor(slack, user.id), chosen(slackValues.value, press));
    if (view?.type !== 'home') await showBlocks(press, await overviewOf(slack, user.id));
    await slack.publishHome(press.client, user.id);
  });
};

const overview: CommandHandler = async ({ slack, userId, ack, respond }) => {
  await ack();
  await respond({ response_type: 'ephemeral', ...(await overviewOf(slack, userId)) });
};

/** The bare command. */
export const commands: Record<string, CommandHandler> = { '': overview };

export const panels: Record<string, DrawPanel> = { overview: overviewOf };

async function overviewOf(
  { services, workspace }: SlackContext,
  slackUserId: string,
): Promise<Message> {
  const who = { workspaceId: workspace.id, slackUserId };
  const read = await readOverview(services, who);
  const { text, blocks } = overviewMessage(services.frameworks.current(workspace.id), read);
  return { text, blocks: panelBlocks({ name: 'overview' }, blocks) };
}
