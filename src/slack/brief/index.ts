import type { ModalView } from '@slack/types';
import { readBrief } from '../../services/brief/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import type { DrawPanel } from '../bolt/redraw-panels.js';
import { type Cursor, pageValue } from '../ui/cursor.js';
import { noticesOf } from '../ui/notices.js';
import { openWindow } from '../ui/open-window.js';
import { panelBlocks } from '../ui/panel.js';
import { type Press, pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { callbackIds, openId, pageId } from './ids.js';
import { openBriefButton } from './links.js';
import { briefRefusalBlocks } from './refusals.js';
import { briefModal } from './window.js';

const notices = noticesOf(callbackIds.brief, 'Your brief');

/** The brief in a modal, from a button in any message or view. */
export const register: Register = (app, slack) => {
  onAction(app, openId, (press) => show(slack, press, { id: pressed(slackValues.id, press) }));
  onAction(app, pageId, (press) =>
    show(slack, press, pageValue.read(pressed(slackValues.value, press))),
  );
};

function show(slack: SlackContext, press: Press, to: { id: string; at?: Cursor }): Promise<void> {
  return openWindow(press, {
    log: slack.services.log,
    notices,
    loading: 'One moment, I am getting your brief.',
    draw: () => drawBrief(slack, press.body.user.id, to),
    what: 'your brief',
    retry: openBriefButton(to.id, 'Try again'),
    again: openBriefButton(to.id, 'Open the brief'),
  });
}

export const panels: Record<string, DrawPanel> = {
  brief: (slack, slackUserId, id) => drawBrief(slack, slackUserId, { id }),
};

/** The brief for this person, or why there is none for them. */
async function drawBrief(
  slack: SlackContext,
  slackUserId: string,
  { id: checkInId, at }: { id: string; at?: Cursor },
): Promise<ModalView> {
  const { workspaceId, personId: viewerId } = await actor(slack, slackUserId);
  const input = { workspaceId, viewerId, checkInId, surface: 'brief' } as const;
  const reading = await readBrief(slack.services, input);
  if ('brief' in reading) {
    const { blocks, ...view } = briefModal(reading.brief, at);
    // Only its first page shows what can change.
    if (at) return { ...view, blocks };
    return { ...view, blocks: panelBlocks({ name: 'brief', of: checkInId }, blocks) };
  }
  return notices.notice(briefRefusalBlocks(reading.refused, reading.reportId));
}
