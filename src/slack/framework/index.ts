import type { ModalView } from '@slack/types';
import { readRoleChange } from '../../services/framework/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { aboutYouButton } from '../person/links.js';
import { lostRoleText } from '../role/links.js';
import { actions, section } from '../ui/blocks.js';
import { beginning, type Cursor, pageValue } from '../ui/cursor.js';
import { modal } from '../ui/modal.js';
import { noticesOf } from '../ui/notices.js';
import { openWindow } from '../ui/open-window.js';
import { pageModal } from '../ui/page.js';
import { type Press, pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { openChangeButton } from './buttons.js';
import { actionIds, callbackIds } from './ids.js';
import { changePage } from './page.js';

const title = 'What has changed';
const notices = noticesOf(callbackIds.change, title);

/** What a new version of the ladder changes for somebody, in a window. */
export const register: Register = (app, slack) => {
  onAction(app, actionIds.open, (press) =>
    show(slack, press, { id: pressed(slackValues.id, press), at: beginning }),
  );
  onAction(app, /^framework\.change_page:/, (press) =>
    show(slack, press, pageValue.read(pressed(slackValues.value, press))),
  );
};

async function show(
  slack: SlackContext,
  press: Press,
  { id, at }: { id: string; at: Cursor },
): Promise<void> {
  await openWindow(press, {
    log: slack.services.log,
    notices,
    loading: 'One moment, I am looking what has changed.',
    draw: () => draw(slack, press.body.user.id, { id, at }),
    what: 'what has changed',
    again: openChangeButton(id, 'Try again'),
  });
}

async function draw(
  slack: SlackContext,
  slackUserId: string,
  { id, at }: { id: string; at: Cursor },
): Promise<ModalView> {
  const who = await actor(slack, slackUserId);
  const found = await readRoleChange(slack.services, { ...who, since: id });
  if (!found || found.kind === 'none') {
    return notices.notice('There is nothing to compare: your role came to the ladder later.');
  }
  if (found.kind === 'changed') return pageModal(changePage(found, at), callbackIds.change);
  const blocks = [section(lostRoleText(found.title)), actions([aboutYouButton('Pick my role')])];
  return modal({ callbackId: callbackIds.change, title, blocks });
}
