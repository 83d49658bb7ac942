import type { App } from '@slack/bolt';
import type { SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { allActionItemsButton } from './buttons.js';
import { registerDone } from './done.js';
import { type DrawRecord, drawList } from './draw.js';
import { registerForms } from './forms.js';
import { actionIds, callbackIds } from './ids.js';
import { notices } from './views.js';

/**
 * What two people agreed on: the list of it, and Done, Move and Drop wherever an action item is shown.
 * `drawRecord` draws the record of a conversation, over which the forms are laid.
 */
export function register(app: App, slack: SlackContext, drawRecord: DrawRecord): void {
  registerDone(app, slack, drawRecord);
  registerForms(app, slack, drawRecord);

  onAction(app, actionIds.list, async (press) => {
    const reportId = pressed(slackValues.id.optional(), press);
    await openWindow(press, {
      log: slack.services.log,
      notices,
      loading: 'One moment, I am getting the actions.',
      draw: () => drawList(slack, press.body.user.id, { reportId }),
      replaces: [callbackIds.list],
      what: 'the actions',
      again: allActionItemsButton(reportId),
    });
  });
}
