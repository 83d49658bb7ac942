import type { Message } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { showWindow } from '../ui/open-window.js';
import { ROLE_MODAL } from '../ui/page.js';
import { type Press, showMessage, surfaceOf } from '../ui/press.js';

/** Shows a message's blocks, none of them a table, where was pressed: as a message or a window. */
export async function showBlocks(press: Press, message: Message): Promise<void> {
  if (surfaceOf(press) === 'message') return showMessage(press, message);
  const { blocks } = message;
  await showWindow(press, modal({ callbackId: ROLE_MODAL, title: 'Ladder', blocks }), [ROLE_MODAL]);
}
