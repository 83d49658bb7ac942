import type { SlackContext } from '../bolt/context.js';
import { button } from '../ui/blocks.js';
import { noticesOf } from '../ui/notices.js';
import type { OpenWindowInput } from '../ui/open-window.js';
import { callbackIds } from './ids.js';
import { pageTitle } from './page.js';

const plain = noticesOf(callbackIds.admin, pageTitle);

/** What all windows of this feature open with. */
export const notices = {
  ...plain,
  opening(
    { services }: SlackContext,
    what: string,
    actionId: string,
  ): Omit<OpenWindowInput, 'draw'> {
    return {
      log: services.log,
      notices: plain,
      loading: `One moment, I am getting ${what}.`,
      what,
      again: button({ text: 'Try again', actionId }),
    };
  },
};
