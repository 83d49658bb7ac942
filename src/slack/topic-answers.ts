import { readOverview } from '../services/person/index.js';
import { allActionItemsButton } from './action-item/links.js';
import { availabilityOnHome } from './availability/links.js';
import type { CommandArguments } from './bolt/command/command.js';
import { openBriefButton } from './brief/links.js';
import { openRecordButton } from './conversation/links.js';
import { myCheckInButtons, overviewButton } from './home/links.js';
import { aboutYouButton } from './person/links.js';
import { roleOf } from './role/links.js';
import { openTeamButton } from './team/links.js';
import { actions, type KnownBlock, type Message, section } from './ui/blocks.js';

export async function actionItems(command: CommandArguments): Promise<void> {
  const fact = 'Your open actions are behind this button, with what you agreed and by when.';
  await answer(command, fact, [section(fact), actions([allActionItemsButton()])]);
}

export async function availability(command: CommandArguments): Promise<void> {
  await command.ack();
  const { unavailableUntil } = await overviewOf(command);
  const text = unavailableUntil
    ? 'Your messages wait.'
    : 'Your messages can wait while you are away.';
  await later(command, { text, blocks: availabilityOnHome(unavailableUntil) });
}

export async function conversation(command: CommandArguments): Promise<void> {
  await command.ack();
  const overview = await overviewOf(command);
  const { briefOf, reports, cycle } = overview;
  const { services, workspace } = command.slack;
  const role = roleOf(services.frameworks.current(workspace.id), overview);
  const fact = briefOf
    ? 'Your brief is ready: both views are in.'
    : cycle
      ? 'You have no brief in this review yet. It comes once your check-in and your manager’s view are both in.'
      : 'No review is open now, so there is no new brief. Those of earlier reviews are with your ratings.';
  const buttons = [
    ...(briefOf ? [openBriefButton(briefOf, 'Open my brief', { style: 'primary' })] : []),
    ...(briefOf ? [openRecordButton(briefOf, 'Our conversation')] : []),
    ...(briefOf ? [] : [...myCheckInButtons(overview, role), overviewButton('Where I stand')]),
    ...(reports > 0 ? [openTeamButton()] : []),
  ];
  await later(command, { text: fact, blocks: [section(fact), actions(buttons)] });
}

export async function settings(command: CommandArguments): Promise<void> {
  const fact = 'Your role, since when you have it, and your manager are what you can set here.';
  const buttons = [aboutYouButton('About you'), overviewButton('My role')];
  await answer(command, fact, [section(fact), actions(buttons)]);
}

export async function pay(command: CommandArguments): Promise<void> {
  const fact =
    'I know nothing about pay. I show what your role asks and what comes next; pay is for you and your manager to talk about.';
  await answer(command, fact, [section(fact), actions([overviewButton('My role')])]);
}

async function answer(
  { ack }: CommandArguments,
  text: string,
  blocks: KnownBlock[],
): Promise<void> {
  await ack({ response_type: 'ephemeral', text, blocks });
}

async function later({ respond }: CommandArguments, message: Message): Promise<void> {
  await respond({ response_type: 'ephemeral', ...message });
}

function overviewOf({ slack: { services, workspace }, userId }: CommandArguments) {
  return readOverview(services, { workspaceId: workspace.id, slackUserId: userId });
}
