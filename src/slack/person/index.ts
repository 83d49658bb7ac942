import { indexOf } from '../../domain/role/position.js';
import { localDay } from '../../domain/time/time-zone.js';
import { openActionItemsFor } from '../../services/action-item/index.js';
import { listUnsent } from '../../services/check-in/index.js';
import { readHistory } from '../../services/history/index.js';
import { type Overview, readOverview } from '../../services/person/index.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import type { DrawPanel } from '../bolt/redraw-panels.js';
import type { Message } from '../ui/blocks.js';
import { updated } from '../ui/form.js';
import { showWindow } from '../ui/open-window.js';
import { panelBlocks } from '../ui/panel.js';
import { aboutYouModal, askAdminsModal, savedModal } from './about-you.js';
import { meMessage } from './blocks.js';
import { registerClaims } from './claims.js';
import { actionIds, callbackIds } from './ids.js';
import { aboutYouMetadata } from './input.js';
import { registerProfileEvents } from './profile-events.js';
import { registerReportRole } from './report-role.js';
import { registerRequests } from './requests.js';
import { saveAboutYou } from './save.js';

/** My role, my manager, my check-ins, and the form in which I change the first two. */
export const register: Register = (app, slack) => {
  registerProfileEvents(app, slack);
  registerRequests(app, slack);
  registerClaims(app, slack);
  registerReportRole(app, slack);

  onAction(app, actionIds.open, async (press) => {
    const overview = await overviewOf(slack, press.body.user.id);
    const { person, managerSlackUserId, adminsToAsk } = overview;
    if (adminsToAsk) return showWindow(press, askAdminsModal(adminsToAsk));
    const { roleKey, inRoleSince } = person;
    const { framework } = versionOf(slack);
    await showWindow(press, aboutYouModal({ framework, roleKey, inRoleSince, managerSlackUserId }));
  });

  app.view(callbackIds.save, async ({ ack, body, view, client }) => {
    const { goOn } = aboutYouMetadata.read(view);
    const outcome = await saveAboutYou(slack, body.user.id, view);
    if ('response_action' in outcome) return ack(outcome);
    const { roleKey, managerSlackUserId, waitsFor } = outcome;
    const roleTitle = indexOf(versionOf(slack).framework).role(roleKey)?.title ?? '';
    const saved = { roleKey, roleTitle, managerSlackUserId, waitsFor, goOn };
    await ack(updated(savedModal(saved)));
    await slack.publishHome(client, body.user.id);
  });
};

const me: CommandHandler = async ({ slack, userId, ack, respond }) => {
  await ack();
  await respond({ response_type: 'ephemeral', ...(await drawMe(slack, userId)) });
};

async function drawMe(slack: SlackContext, slackUserId: string): Promise<Message> {
  const overview = await overviewOf(slack, slackUserId);
  const { person } = overview;
  const whose = { workspaceId: slack.workspace.id, personId: person.id };
  const self = { ...whose, viewerId: person.id, subjectId: person.id };
  const [openActionItems, reading, unsent] = await Promise.all([
    openActionItemsFor(slack.services, { ...whose, at: slack.services.clock.now() }),
    readHistory(slack.services, self),
    listUnsent(slack.services, whose),
  ]);
  const { text, blocks } = meMessage({
    version: versionOf(slack),
    overview,
    openActionItems,
    hasUnsent: unsent.length > 0,
    history: 'history' in reading ? reading.history : undefined,
    today: localDay(slack.services.clock.now(), person.timeZone),
  });
  return { text, blocks: panelBlocks({ name: 'me' }, blocks) };
}

export const panels: Record<string, DrawPanel> = { me: drawMe };

export const commands: Record<string, CommandHandler> = { me };

function versionOf({ services, workspace }: SlackContext) {
  return services.frameworks.current(workspace.id);
}

function overviewOf({ services, workspace }: SlackContext, slackUserId: string): Promise<Overview> {
  return readOverview(services, { workspaceId: workspace.id, slackUserId });
}
