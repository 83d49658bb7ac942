import type { App, BlockAction } from '@slack/bolt';
import type { Press } from '../ui/press.js';

/**
 * Listens to buttons, pickers and fields by their action id, or by that of their block. Acknowledges first, because Slack waits
 * three seconds for it.
 */
export function onAction(
  app: App,
  which: string | RegExp | { blockId: RegExp },
  listener: (press: Press) => Promise<void>,
): void {
  const type = 'block_actions' as const;
  const constraints =
    typeof which === 'object' && 'blockId' in which
      ? { type, block_id: which.blockId }
      : { type, action_id: which };
  app.action<BlockAction>(constraints, async (press) => {
    await press.ack();
    await listener(press);
  });
}
