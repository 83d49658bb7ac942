import type { BlockAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { sizeOfTeam } from '../../domain/team/team.js';
import { nextCycle } from '../../services/cycle/index.js';
import { UserFacingError } from '../../services/errors/index.js';
import { findOrAddPerson, type Person } from '../../services/person/index.js';
import { nudgeReport } from '../../services/reminder/nudges.js';
import { teamBetweenCycles, teamState } from '../../services/team/index.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { publishHome } from '../home/publish.js';
import type { Message } from '../ui/blocks.js';
import { beside, withPart } from '../ui/message-parts.js';
import { type Pressed, showMessage, showModal } from '../ui/show.js';
import {
  digest,
  digestPart,
  noReports,
  roomBeside,
  teamBetween,
  teamList,
  teamModal,
} from './blocks.js';
import { actionIds, callbackIds } from './ids.js';
import { parseNudge, parsePage } from './input.js';
import { nudgeSentence } from './words.js';

export const register: Register = (app, slack) => {
  app.action<BlockAction>(actionIds.open, async (args) => {
    await args.ack();
    const message = await showTeam(slack, args.body.user.id, { page: 0 });
    if (args.body.view) await showModal(args, teamModal(message), [callbackIds.list]);
    else await showMessage(args, message);
  });

  app.action<BlockAction>(actionIds.nudge, async (args) => {
    await args.ack();
    const { action, body, client } = args;
    const { place, reportId } = parseNudge('value' in action ? action.value : undefined);
    const userId = body.user.id;
    const note = await nudgeNote(slack, await personOf(slack, userId), reportId);
    if (place === 'home') await publishHome(slack, client, userId, { teamNote: note });
    else if (place === 'digest') await redrawDigest(slack, args, note);
    else await replace(args, await showTeam(slack, userId, { page: place.page, note }));
  });

  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${actionIds.page}:`) },
    async (args) => {
      await args.ack();
      const { action, body } = args;
      const page = parsePage('value' in action ? action.value : undefined);
      await replace(args, await showTeam(slack, body.user.id, { page }));
    },
  );
};

const team: CommandHandler = async ({ slack, userId, ack, respond }) => {
  await ack();
  const message = await showTeam(slack, userId, { page: 0 });
  await respond({ response_type: 'ephemeral', ...message });
};

export const commands: Record<string, CommandHandler> = { team };

/** Puts the team in the place of the one that a button was pressed in. */
async function replace(pressed: Pressed, message: Message): Promise<void> {
  if (pressed.body.view) await showModal(pressed, teamModal(message), [callbackIds.list]);
  else await pressed.respond({ replace_original: true, ...message });
}

/** Draws the digest anew in the message that holds it, and leaves what stands beside it. */
async function redrawDigest(slack: SlackContext, pressed: Pressed, note: string): Promise<void> {
  const { services, workspace, command } = slack;
  const { body } = pressed;
  const manager = await personOf(slack, body.user.id);
  const input = { workspaceId: workspace.id, manager, at: services.clock.now() };
  const state = await teamState(services, input);
  const before = body.message?.blocks as KnownBlock[] | undefined;
  const room = roomBeside(beside(before, digestPart));
  const fresh = state && digest(state, { command, note, room });
  const blocks = fresh && withPart(before, digestPart, fresh.blocks);
  if (blocks) {
    await pressed.respond({ replace_original: true, text: body.message?.text ?? '', blocks });
  } else {
    const text = note;
    await pressed.respond({ response_type: 'ephemeral', replace_original: false, text });
  }
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

/** The team as it is at this moment, all of it, page by page. */
async function showTeam(
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
