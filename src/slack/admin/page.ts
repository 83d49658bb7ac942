import type { ModalView } from '@slack/types';
import type { Completion } from '../../services/completion/index.js';
import { actions, button, context } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { completionBlocks } from './completion.js';
import { actionIds, callbackIds } from './ids.js';
import { unfinishedButton } from './links.js';
import { actionIds as peopleIds } from './people/ids.js';

export const pageTitle = 'Run the reviews';

/** The page of an admin: how the review goes, who can't take part, and the ways on. */
export function adminPage(completion: Completion): ModalView {
  return modal({
    callbackId: callbackIds.admin,
    title: pageTitle,
    blocks: [
      ...completionBlocks(completion),
      actions([
        ...(completion.cycle ? [unfinishedButton(completion.cycle.id)] : []),
        button({ text: 'Problems', actionId: actionIds.problems }),
        button({ text: 'Reviews', actionId: actionIds.reviews }),
        button({ text: 'People', actionId: peopleIds.people }),
        button({
          text: 'Import a file',
          actionId: actionIds.import,
          label: 'Import a file of people',
        }),
        button({ text: 'Ladder', actionId: actionIds.ladder }),
        button({ text: 'Settings', actionId: actionIds.settings }),
      ]),
      context('You see dates and numbers here, and nothing that anybody wrote.'),
    ],
  });
}
