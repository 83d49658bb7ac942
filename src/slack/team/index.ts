import type { Context } from '../../services/context.js';
import { nextCycle } from '../../services/cycles.js';
import { teamBetweenCycles, teamState } from '../../services/digests.js';
import { nudgeReport } from '../../services/nudges.js';
import { findOrAddPerson, type Person } from '../../services/people.js';
import { UserFacingError } from '../../services/user-facing-error.js';
import type { CommandHandler } from '../command.js';
import type { Register, SlackContext } from '../context.js';
import type { Message } from '../kit.js';
import { digest, noReports, teamBetween, teamList } from './blocks.js';
import { actionIds, type Place } from './ids.js';
import { parseNudge, parsePage } from './input.js';
import { nudgeSentence } from './words.js';

export const register: Register = (app, slack) => {
  app.action(actionIds.nudge, async ({ ack, action, body, respond }) => {
    await ack();
    const { place, reportId } = parseNudge('value' in action ? action.value : undefined);
    const manager = await personOf(slack, body.user.id);
    const note = await nudgeNote(slack, manager, reportId);
    await respond({ replace_original: true, ...(await showTeam(slack, manager, { place, note })) });
  });

  app.action(new RegExp(`^${actionIds.page}:`), async ({ ack, action, body, respond }) => {
    await ack();
    const page = parsePage('value' in action ? action.value : undefined);
    const manager = await personOf(slack, body.user.id);
    await respond({
      replace_original: true,
      ...(await showTeam(slack, manager, { place: { page } })),
    });
  });
};

const team: CommandHandler = async ({ slack, userId, ack, respond }) => {
  await ack();
  const manager = await personOf(slack, userId);
  const message = await showTeam(slack, manager, { place: { page: 0 } });
  await respond({ response_type: 'ephemeral', ...message });
};

export const commands: Record<string, CommandHandler> = { team };

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
  return teamBetween(team, { next, timeZone: input.manager.timeZone, command });
}
