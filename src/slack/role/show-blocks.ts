import type { Message } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { showWindow } from '../ui/open-window.js';
import { type Page, pageModal } from '../ui/page.js';
import { type Press, showMessage, surfaceOf } from '../ui/press.js';

const callbackId = 'role.view';

/** Shows a look-up in a window; in place of one that shows another. */
export function showRoleWindow(press: Press, page: Page): Promise<void> {
  return showWindow(press, pageModal(page, callbackId), [callbackId]);
}

/** Shows a message's blocks, none of them a table, where was pressed: as a message or a window. */
export async function showBlocks(press: Press, message: Message): Promise<void> {
  if (surfaceOf(press) === 'message') return showMessage(press, message);
  const view = modal({ callbackId, title: 'Ladder', blocks: message.blocks });
  await showWindow(press, view, [callbackId]);
}
