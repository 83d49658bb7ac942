import type { BlockAction } from '@slack/bolt';
import type { Register } from '../bolt/context.js';
import { button } from '../ui/blocks.js';
import { openWindow } from '../ui/open-window.js';
import { orTrouble, pressedValue } from '../ui/press.js';
import { registerDone } from './done.js';
import { drawList } from './draw.js';
import { registerForms } from './forms.js';
import { actionIds, callbackIds } from './ids.js';
import { parseId } from './input.js';
import { noticeView, refusalView } from './views.js';

/** What two people agreed on: the list of it, and Done, Move and Drop wherever an action is shown. */
export const register: Register = (app, slack) => {
  registerDone(app, slack);
  registerForms(app, slack);

  app.action<BlockAction>(actionIds.list, async ({ ack, body, client, respond }) => {
    await ack();
    const draw = async () => {
      const value = pressedValue({ body });
      const reportId = value === undefined ? undefined : parseId(value);
      return drawList(slack, body.user.id, { reportId });
    };
    const view = orTrouble(slack.services, draw(), {
      what: "I couldn't open the actions",
      trouble: refusalView,
    });
    const loading = noticeView('One moment, I am getting the actions.');
    const value = pressedValue({ body });
    const again = button({
      text: 'All actions',
      actionId: actionIds.list,
      ...(value !== undefined && { value }),
    });
    const what = 'the actions';
    const ours = [callbackIds.list];
    await openWindow({ body, client, respond }, { loading, view, what, again, ours });
  });
};
