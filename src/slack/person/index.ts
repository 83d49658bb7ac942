import type { BlockAction } from '@slack/bolt';
import { indexOf } from '../../domain/role/position.js';
import { localDay } from '../../domain/time/working-hours.js';
import { openActionItemsFor } from '../../services/action-item/index.js';
import { readHistory } from '../../services/history/index.js';
import {
  listOwnCheckIns,
  type Overview,
  readOverview,
  setOwnRole,
} from '../../services/person/index.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { publishHome } from '../home/publish.js';
import { chosenValue } from '../role/input.js';
import { overviewMessage } from '../role/pages/overview.js';
import { showBlocks, showModal } from '../ui/show.js';
import { aboutYouModal, savedModal } from './about-you.js';
import { meMessage } from './blocks.js';
import { actionIds, callbackIds } from './ids.js';
import { readMetadata } from './input.js';
import { registerProfileEvents } from './profile-events.js';
import { saveAboutYou } from './save.js';

/** My role, my manager, my check-ins, and the form in which I change the first two. */
export const register: Register = (app, slack) => {
  registerProfileEvents(app, slack);

  app.action<BlockAction>(actionIds.open, async (args) => {
    await args.ack();
    const { person, managerSlackUserId } = await overviewOf(slack, args.body.user.id);
    const { roleKey, inRoleSince } = person;
    const { framework } = versionOf(slack);
    await showModal(args, aboutYouModal({ framework, roleKey, inRoleSince, managerSlackUserId }));
  });

  app.action<BlockAction>(
    { type: 'block_actions', action_id: /^me\.pick_role(_load)?$/ },
    async (args) => {
      await args.ack();
      const { body, client, action } = args;
      const { person } = await overviewOf(slack, body.user.id);
      const own = { workspaceId: slack.workspace.id, personId: person.id };
      await setOwnRole(slack.services, own, chosenValue(action));
      if (body.view?.type !== 'home') {
        const overview = await overviewOf(slack, body.user.id);
        await showBlocks(args, overviewMessage(versionOf(slack), overview));
      }
      await publishHome(slack, client, body.user.id);
    },
  );

  app.view(callbackIds.save, async ({ ack, body, view, client }) => {
    const { goOn } = readMetadata(view);
    const outcome = await saveAboutYou(slack, body.user.id, view);
    if ('errors' in outcome) {
      return ack({ response_action: 'errors', errors: outcome.errors });
    }
    const { assignment } = outcome;
    const roleTitle = indexOf(versionOf(slack).framework).role(assignment.roleKey)?.title ?? '';
    const { managerSlackUserId } = assignment;
    const saved = savedModal({ roleTitle, managerSlackUserId, goOn });
    await ack({ response_action: 'update', view: saved });
    await publishHome(slack, client, body.user.id);
  });
};

const me: CommandHandler = async ({ slack, userId, ack, respond }) => {
  await ack();
  const overview = await overviewOf(slack, userId);
  const { person } = overview;
  const whose = { workspaceId: slack.workspace.id, personId: person.id };
  const self = { ...whose, viewerId: person.id, subjectId: person.id };
  const [checkIns, openActionItems, reading] = await Promise.all([
    listOwnCheckIns(slack.services, whose),
    openActionItemsFor(slack.services, { ...whose, at: slack.services.clock.now() }),
    readHistory(slack.services, self),
  ]);
  const today = localDay(slack.services.clock.now(), person.timeZone);
  const message = meMessage({
    version: versionOf(slack),
    overview,
    checkIns,
    openActionItems,
    history: 'history' in reading ? reading.history : undefined,
    today,
  });
  await respond({ response_type: 'ephemeral', ...message });
};

export const commands: Record<string, CommandHandler> = { me };

function versionOf({ services, workspace }: SlackContext) {
  return services.frameworks.current(workspace.id);
}

function overviewOf({ services, workspace }: SlackContext, slackUserId: string): Promise<Overview> {
  return readOverview(services, { workspaceId: workspace.id, slackUserId });
}
