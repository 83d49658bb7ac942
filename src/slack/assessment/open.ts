import type { BlockAction } from '@slack/bolt';
import type { Register } from '../bolt/context.js';
import { button } from '../ui/blocks.js';
import { openWindow } from '../ui/open-window.js';
import { actionIds } from './ids.js';
import { readReportId } from './input.js';
import { loadingView } from './notice-views.js';
import { assessmentView } from './views.js';

/**
 * The button, wherever it stands: in a message, on Home, or in a window such as the team's, to which
 * closing leads back.
 */
export const registerOpen: Register = (app, slack) => {
  app.action<BlockAction>(actionIds.open, async (args) => {
    await args.ack();
    const { action, body } = args;
    const value = readReportId('value' in action ? action.value : undefined);
    await openWindow(args, {
      loading: loadingView(),
      view: assessmentView(slack, body.user.id, value),
      what: 'these pages',
      again: button({ text: 'Give my view', actionId: actionIds.open, value, style: 'primary' }),
    });
  });
};
