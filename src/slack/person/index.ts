import { indexOf } from '../../domain/role/position.js';
import { localDay } from '../../domain/time/working-hours.js';
import { openActionItemsFor } from '../../services/action-item/index.js';
import { readHistory } from '../../services/history/index.js';
import { type Overview, readOverview } from '../../services/person/index.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { updated } from '../ui/form.js';
import { showWindow } from '../ui/open-window.js';
import { aboutYouModal, savedModal } from './about-you.js';
import { meMessage } from './blocks.js';
import { actionIds, callbackIds } from './ids.js';
import { aboutYouMetadata } from './input.js';
import { registerProfileEvents } from './profile-events.js';
import { saveAboutYou } from './save.js';

/** My role, my manager, my check-ins, and the form in which I change the first two. */
export const register: Register = (app, slack) => {
  registerProfileEvents(app, slack);

  onAction(app, actionIds.open, async (press) => {
    const { person, managerSlackUserId } = await overviewOf(slack, press.body.user.id);
    const { roleKey, inRoleSince } = person;
    const { framework } = versionOf(slack);
    await showWindow(press, aboutYouModal({ framework, roleKey, inRoleSince, managerSlackUserId }));
  });

  app.view(callbackIds.save, async ({ ack, body, view, client }) => {
    const { goOn } = aboutYouMetadata.read(view);
    const outcome = await saveAboutYou(slack, body.user.id, view);
    if ('response_action' in outcome) return ack(outcome);
    const { roleKey, managerSlackUserId } = outcome;
    const roleTitle = indexOf(versionOf(slack).framework).role(roleKey)?.title ?? '';
    await ack(updated(savedModal({ roleTitle, managerSlackUserId, goOn })));
    await slack.publishHome(client, body.user.id);
  });
};

const me: CommandHandler = async ({ slack, userId, ack, respond }) => {
  await ack();
  const overview = await overviewOf(slack, userId);
  const { person } = overview;
  const whose = { workspaceId: slack.workspace.id, personId: person.id };
  const self = { ...whose, viewerId: person.id, subjectId: person.id };
  const [openActionItems, reading] = await Promise.all([
    openActionItemsFor(slack.services, { ...whose, at: slack.services.clock.now() }),
    readHistory(slack.services, self),
  ]);
  const today = localDay(slack.services.clock.now(), person.timeZone);
  const message = meMessage({
    version: versionOf(slack),
    overview,
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
