import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/working-hours.js';
import {
  type HistoryReading,
  type HistoryRefusal,
  readHistory,
} from '../../services/history/index.js';
import { findOrAddPerson } from '../../services/person/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { refusalBlocks } from '../brief/refusals.js';
import { actions, button, type KnownBlock, plainText, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { openWindow } from '../ui/open-window.js';
import type { Cursor } from '../ui/place.js';
import { type Pressed, showMessage, surfaceOf } from '../ui/show.js';
import { actionIds, callbackIds } from './ids.js';
import { pageValue, readPersonId } from './input.js';
import { historyMessage, historyModal } from './views.js';

/** Ratings over the cycles: a message with charts where a message asks, else a window. */
export const register: Register = (app, slack) => {
  app.action<BlockAction>(actionIds.open, async (args) => {
    await args.ack();
    const { action } = args;
    const personId = readPersonId('value' in action ? action.value : undefined);
    if (surfaceOf(args) === 'message') await answer(slack, args, personId);
    else await show(slack, args, { personId });
  });

  app.action<BlockAction>({ type: 'block_actions', action_id: /^history\.page:/ }, async (args) => {
    await args.ack();
    const { action } = args;
    await show(slack, args, pageValue.read('value' in action ? action.value : undefined));
  });
};

async function answer(slack: SlackContext, pressed: Pressed, personId: string): Promise<void> {
  const { reading, today } = await read(slack, pressed.body.user.id, personId);
  if ('history' in reading) return showMessage(pressed, historyMessage(reading.history, today));
  const blocks = refused(reading.refused, personId);
  await showMessage(pressed, { text: "These ratings aren't open to you now.", blocks });
}

async function show(
  slack: SlackContext,
  pressed: Pressed,
  to: { personId: string; at?: Cursor },
): Promise<void> {
  await openWindow(pressed, {
    loading: notice([section('One moment, I am getting the ratings.')]),
    view: historyView(slack, pressed.body.user.id, to),
    what: 'the ratings',
    again: againButton(to.personId),
  });
}

/** Never throws: what goes wrong is said in the view. */
async function historyView(
  slack: SlackContext,
  slackUserId: string,
  { personId, at }: { personId: string; at?: Cursor },
): Promise<ModalView> {
  try {
    const { reading, today } = await read(slack, slackUserId, personId);
    if ('history' in reading) return historyModal(reading.history, today, at);
    return notice(refused(reading.refused, personId));
  } catch (error) {
    const what = "I couldn't open the ratings";
    const sentence = failureText(slack.services.log, error, { what, user: slackUserId });
    const text = { type: 'section' as const, text: plainText(sentence) };
    return notice([text, actions([againButton(personId)])]);
  }
}

async function read(
  { services, workspace }: SlackContext,
  slackUserId: string,
  subjectId: string,
): Promise<{ reading: HistoryReading; today: Day }> {
  const workspaceId = workspace.id;
  const viewer = await findOrAddPerson(services, { workspaceId, slackUserId });
  const input = { workspaceId, viewerId: viewer.id, subjectId };
  const reading = await readHistory(services, input);
  return { reading, today: localDay(services.clock.now(), viewer.timeZone) };
}

function refused(because: HistoryRefusal, personId: string): KnownBlock[] {
  if (because === 'assessment_first') return refusalBlocks(because, personId);
  const words =
    "*These ratings aren't open to you.* They are read by the person themselves and by their manager of today.";
  return [section(words)];
}

function againButton(personId: string) {
  return button({ text: 'Open the ratings', actionId: actionIds.open, value: personId });
}

function notice(blocks: KnownBlock[]): ModalView {
  return modal({ callbackId: callbackIds.history, title: 'Ratings', blocks });
}
