import type { Button } from '@slack/types';
import type { Completion } from '../../services/completion/index.js';
import { actions, button, type KnownBlock } from '../ui/blocks.js';
import { completionBlocks } from './completion.js';
import { actionIds } from './ids.js';

/** Opens the page from which the reviews are run; for admins. */
export function adminButton(text: string): Button {
  return button({ text, actionId: actionIds.open });
}

/** What an admin's Home says about the round, and the way to the page from which it is run. */
export function adminOnHome(completion: Completion): KnownBlock[] {
  return [...completionBlocks(completion), actions([adminButton('Run the reviews')])];
}

/** Lists who is not through with a review, for admins. */
export function unfinishedButton(cycleId: string, text = 'Who is not through'): Button {
  return button({ text, actionId: actionIds.unfinished, value: cycleId });
}
