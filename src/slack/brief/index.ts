import type { BlockAction } from '@slack/bolt';
import type { Register, SlackContext } from '../bolt/context.js';
import { openWindow } from '../ui/open-window.js';
import type { Pressed } from '../ui/show.js';
import { openButton } from './blocks.js';
import { actionIds } from './ids.js';
import { pageValue, readCheckInId } from './input.js';
import { briefView, loadingView } from './open.js';

/** The brief in a window, from wherever its button stands. */
export const register: Register = (app, slack) => {
  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${escaped(actionIds.open)}(:\\d+)?$`) },
    async (args) => {
      await args.ack();
      const { action } = args;
      const checkInId = readCheckInId('value' in action ? action.value : undefined);
      await show(slack, args, { checkInId });
    },
  );

  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${escaped(actionIds.page)}:`) },
    async (args) => {
      await args.ack();
      const { action } = args;
      await show(slack, args, pageValue.read('value' in action ? action.value : undefined));
    },
  );
};

async function show(
  slack: SlackContext,
  pressed: Pressed,
  to: Parameters<typeof briefView>[2],
): Promise<void> {
  await openWindow(pressed, {
    loading: loadingView(),
    view: briefView(slack, pressed.body.user.id, to),
    what: 'your brief',
    again: openButton(to.checkInId, 'Open the brief'),
  });
}

function escaped(id: string): string {
  return id.replaceAll('.', '\\.');
}
