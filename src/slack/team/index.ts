import type { BlockAction } from '@slack/bolt';
import type { Context } from '../../services/context.js';
import { nextCycle } from '../../services/cycles.js';
import { teamBetweenCycles, teamState } from '../../services/digests.js';
import { nudgeReport } from '../../services/nudges.js';
import { findOrAddPerson, type Person } from '../../services/people.js';
import { UserFacingError } from '../../services/user-facing-error.js';
import type { CommandHandler } from '../command.js';
import type { Register, SlackContext } from '../context.js';
import type { Message } from '../kit.js';
import { type Pressed, showMessage, showModal } from '../role/show.js';
import { digest, noReports, teamBetween, teamList, teamModal } from './blocks.js';
import { actionIds, callbackIds, type Place } from './ids.js';
import { parseNudge, parsePage } from './input.js';
import { nudgeSentence } from './words.js';

export const register: Register = (app, slack) => {
  app.action<BlockAction>(actionIds.open, async (args) => {
    await args.ack();
    const manager = await personOf(slack, args.body.user.id);
    const message = await showTeam(slack, manager, { place: { page: 0 } });
    if (args.body.view) await showModal(args, teamModal(message), [callbackIds.list]);
    else await showMessage(args, message);
  });

  app.action<BlockAction>(actionIds.nudge, async (args) => {
    await args.ack();
    const { action, body } = args;
    const { place, reportId } = parseNudge('value' in action ? action.value : undefined);
    const manager = await personOf(slack, body.user.id);
    const note = await nudgeNote(slack, manager, reportId);
    await replace(args, await showTeam(slack, manager, { place, note }));
  });

  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${actionIds.page}:`) },
    async (args) => {
      await args.ack();
      const { action, body } = args;
      const page = parsePage('value' in action ? action.value : undefined);
      const manager = await personOf(slack, body.user.id);
      await replace(args, await showTeam(slack, manager, { place: { page } }));
    },
  );
};

const team: CommandHandler = async ({ slack, userId, ack, respond }) => {
  await ack();
  const manager = await personOf(slack, userId);
  const message = await showTeam(slack, manager, { place: { page: 0 } });
  await respond({ response_type: 'ephemeral', ...message });
};

export const commands: Record<string, CommandHandler> = { team };

/** Puts the team in the place of the one that a button was pressed in. */
async function replace(pressed: Pressed, message: Message): Promise<void> {
  if (pressed.body.view) await showModal(pressed, teamModal(message), [callbackIds.list]);
  else await pressed.respond({ replace_original: true, ...message });
}

function personOf({ services, workspace }: SlackContext, slackUserId: string): Promise<Person> {
  return findOrAddPerson(services, { workspaceId: workspace.id, slackUserId });
}

/** What became of a nudge; a refusal is told in the same place, above the team as it is now. */
async function nudgeNote(slack: SlackContext, manager: Person, reportId: string): Promise<string> {
  const { services, messenger, workspace } = slack;
  const input = { workspaceId: workspace.id, managerId: manager.id, reportId };
  try {
    return nudgeSentence(await nudgeReport(services, messenger, input));
  } catch (error) {
    if (error instanceof UserFacingError) return error.message;
    throw error;
  }
}

/** The team as it is at this moment, in the digest's shape or the list's. */
async function showTeam(
  { services, workspace, command }: SlackContext,
  manager: Person,
  { place, note }: { place: Place; note?: string },
): Promise<Message> {
  const input = { workspaceId: workspace.id, manager, at: services.clock.now() };
  const state = await teamState(services, input);
  if (!state) return showBetweenCycles(services, input, command);
  const { sent, waiting, noRole } = state.team;
  if (sent.length + waiting.length + noRole.length === 0) return noReports(command);
  if ('digest' in place) return digest(state, { command, note });
  return teamList(state, { command, page: place.page, note });
}

async function showBetweenCycles(
  services: Context,
  input: { workspaceId: string; manager: Person; at: Date },
  command: string,
): Promise<Message> {
  const [team, next] = await Promise.all([
    teamBetweenCycles(services, input),
    nextCycle(services, input.workspaceId),
  ]);
  if (team.waiting.length + team.noRole.length === 0) return noReports(command);
  return teamBetween(team, { next, command });
}
