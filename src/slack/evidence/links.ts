import type { Button } from '@slack/types';
import { button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

export { keptBlocks } from './kept-blocks.js';
export { keptHintBlocks } from './kept-hints.js';
export { unsorted } from './words.js';

/** On a page of the check-in: adds the note to what is typed there. */
export const useEvidenceAction = actionIds.use;

/** Shows all that I kept: in a window of its own, or over the one it is pressed in. */
export function openEvidenceButton(text = 'What I kept'): Button {
  return button({ text, actionId: actionIds.open });
}
