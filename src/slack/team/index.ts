import { sizeOfTeam } from '../../domain/team/team.js';
import { nextCycle } from '../../services/cycle/index.js';
import { UserFacingError } from '../../services/errors/index.js';
import type { Person } from '../../services/person/index.js';
import { type NudgeInput, nudgeReport } from '../../services/reminder/index.js';
import { teamBetweenCycles, teamState } from '../../services/team/index.js';
import { personOf } from '../bolt/actor.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import type { DrawPanel } from '../bolt/redraw-panels.js';
import { escapeMrkdwn, type Message } from '../ui/blocks.js';
import { showWindow } from '../ui/open-window.js';
import { panelBlocks } from '../ui/panel.js';
import { answerBelow, type Press, postOf, pressed, showMessage } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { registerBelow } from './below.js';
import { noReports, teamBetween, teamList, teamModal } from './blocks.js';
import { actionIds, callbackIds, nudgeValue } from './ids.js';
import { drawReport, registerReport } from './report.js';
import { nudgeSentence } from './words.js';

export { drawReport } from './report.js';

export const register: Register = (app, slack) => {
  registerReport(app, slack);
  registerBelow(app, slack);

  onAction(app, actionIds.open, async (press) => {
    const message = await showTeam(slack, press.body.user.id, { page: 0 });
    if (press.body.view) await showWindow(press, teamModal(message), [callbackIds.list]);
    else await showMessage(press, message);
  });

  onAction(app, actionIds.nudge, async (press) => {
    const { place, reportId } = pressed(nudgeValue.schema, press);
    const { user } = press.body;
    const message = place === 'digest' ? postOf(press.body.container) : undefined;
    const note = await nudgeNote(slack, await personOf(slack, user.id), { reportId, message });
    if (place === 'home') await slack.publishHome(press.client, user.id, { teamNote: note });
    else if (place === 'digest') await answerBelow(press, { text: note });
    else if (place === 'report') {
      const view = await drawReport(slack, user.id, reportId, note);
      await showWindow(press, view, [callbackIds.report]);
    } else await replace(press, await showTeam(slack, user.id, { page: place.page, note }));
  });

  onAction(app, new RegExp(`^${actionIds.page}:`), async (press) => {
    const page = pressed(slackValues.page, press);
    await replace(press, await showTeam(slack, press.body.user.id, { page }));
  });
};

const team: CommandHandler = async ({ slack, userId, ack, respond }) => {
  await ack();
  const message = await showTeam(slack, userId, { page: 0 });
  await respond({ response_type: 'ephemeral', ...message });
};

export const commands: Record<string, CommandHandler> = { team };

/** Puts the team in the place of the one that a button was pressed in. */
async function replace(press: Press, message: Message): Promise<void> {
  if (press.body.view) await showWindow(press, teamModal(message), [callbackIds.list]);
  else await showMessage(press, message);
}

/** Returns the result of a nudge, shown above the current team; also a refusal. */
async function nudgeNote(
  slack: SlackContext,
  manager: Person,
  which: Pick<NudgeInput, 'reportId' | 'message'>,
): Promise<string> {
  const { services, messenger, workspace } = slack;
  const input = { workspaceId: workspace.id, managerId: manager.id, ...which };
  try {
    return nudgeSentence(await nudgeReport(services, messenger, input));
  } catch (error) {
    if (error instanceof UserFacingError) return escapeMrkdwn(error.message);
    throw error;
  }
}

export const panels: Record<string, DrawPanel> = {
  team: (slack, slackUserId, page) => showTeam(slack, slackUserId, { page: Number(page) }),
  report: drawReport,
};

/** Shows the current team, page by page. */
async function showTeam(
  slack: SlackContext,
  slackUserId: string,
  shown: { page: number; note?: string },
): Promise<Message> {
  const { text, blocks } = await drawTeam(slack, slackUserId, shown);
  return { text, blocks: panelBlocks({ name: 'team', of: `${shown.page}` }, blocks) };
}

async function drawTeam(
  slack: SlackContext,
  slackUserId: string,
  { page, note }: { page: number; note?: string },
): Promise<Message> {
  const { services, workspace, command } = slack;
  const manager = await personOf(slack, slackUserId);
  const input = { workspaceId: workspace.id, manager, at: services.clock.now() };
  const state = await teamState(services, input);
  if (state) {
    if (sizeOfTeam(state.team) === 0) return noReports(command);
    return teamList(state, { command, page, note });
  }
  const [resting, next] = await Promise.all([
    teamBetweenCycles(services, input),
    nextCycle(services, workspace.id),
  ]);
  if (sizeOfTeam(resting.team) === 0) return noReports(command);
  return teamBetween(resting, { next, command, page, note });
}
