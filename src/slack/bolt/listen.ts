import type { App, BlockAction } from '@slack/bolt';
import type { Press } from '../ui/press.js';

/**
 * Listens to buttons, pickers and fields by their action id. Acknowledges first, because Slack waits
 * three seconds for it.
 */
export function onAction(
  app: App,
  actionId: string | RegExp,
  listener: (press: Press) => Promise<void>,
): void {
  const constraints = { type: 'block_actions' as const, action_id: actionId };
  app.action<BlockAction>(constraints, async (press) => {
    await press.ack();
    await listener(press);
  });
}
