import type { ModalView } from '@slack/types';
import type { SlackContext } from '../bolt/context.js';
import { button } from '../ui/blocks.js';
import { type Opener, openWindow } from '../ui/open-window.js';
import { actionIds } from './ids.js';
import { notices } from './notice-views.js';

/** Opens a window of evidence, or puts it in place of a notice of evidence. */
export async function showWindow(
  { services }: SlackContext,
  opener: Opener,
  draw: () => Promise<ModalView>,
): Promise<void> {
  await openWindow(opener, {
    log: services.log,
    notices,
    loading: 'One moment.',
    draw,
    failed: "I couldn't get what you kept",
    retry: button({ text: 'Try again', actionId: actionIds.open, style: 'primary' }),
    again: button({ text: 'What I kept', actionId: actionIds.open }),
  });
}
