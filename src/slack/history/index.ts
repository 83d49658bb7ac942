import type { ModalView } from '@slack/types';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import {
  type HistoryReading,
  type HistoryRefusal,
  readHistory,
} from '../../services/history/index.js';
import { personOf } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { briefRefusalBlocks } from '../brief/links.js';
import { type KnownBlock, section } from '../ui/blocks.js';
import { type Cursor, pageValue } from '../ui/cursor.js';
import { noticesOf } from '../ui/notices.js';
import { openWindow } from '../ui/open-window.js';
import { type Press, pressed, showMessage, surfaceOf } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { openHistoryButton } from './buttons.js';
import { actionIds, callbackIds } from './ids.js';
import { historyMessage, historyModal } from './views.js';

const notices = noticesOf(callbackIds.history, 'Ratings');

/** Ratings over the cycles: a window with the notes of the conversations, or a message with charts. */
export const register: Register = (app, slack) => {
  onAction(app, actionIds.open, (press) =>
    show(slack, press, { id: pressed(slackValues.id, press) }),
  );
  onAction(app, actionIds.chart, async (press) => {
    const id = pressed(slackValues.id, press);
    if (surfaceOf(press) === 'message') await answer(slack, press, id);
    else await show(slack, press, { id });
  });
  onAction(app, /^history\.page:/, (press) =>
    show(slack, press, pageValue.read(pressed(slackValues.value, press))),
  );
};

async function answer(slack: SlackContext, press: Press, personId: string): Promise<void> {
  const { reading, today } = await read(slack, press.body.user.id, personId);
  if ('history' in reading) return showMessage(press, historyMessage(reading.history, today));
  const blocks = refusal(reading.refused, personId);
  await showMessage(press, { text: "These ratings aren't open to you now.", blocks });
}

async function show(
  slack: SlackContext,
  press: Press,
  { id, at }: { id: string; at?: Cursor },
): Promise<void> {
  const open = openHistoryButton(id, 'Open the ratings');
  await openWindow(press, {
    log: slack.services.log,
    notices,
    loading: 'One moment, I am getting the ratings.',
    draw: () => drawHistory(slack, press.body.user.id, { id, at }),
    what: 'the ratings',
    retry: open,
    again: open,
  });
}

async function drawHistory(
  slack: SlackContext,
  slackUserId: string,
  { id, at }: { id: string; at: Cursor | undefined },
): Promise<ModalView> {
  const { reading, today } = await read(slack, slackUserId, id);
  if ('history' in reading) return historyModal(reading.history, today, at);
  return notices.notice(refusal(reading.refused, id));
}

async function read(
  slack: SlackContext,
  slackUserId: string,
  subjectId: string,
): Promise<{ reading: HistoryReading; today: Day }> {
  const { services, workspace } = slack;
  const { id: viewerId, timeZone } = await personOf(slack, slackUserId);
  const reading = await readHistory(services, { workspaceId: workspace.id, viewerId, subjectId });
  return { reading, today: localDay(services.clock.now(), timeZone) };
}

function refusal(because: HistoryRefusal, personId: string): KnownBlock[] {
  if (because === 'assessment_first') return briefRefusalBlocks(because, personId);
  const words =
    "*These ratings aren't open to you.* They are read by the person themselves and by their manager of today.";
  return [section(words)];
}
