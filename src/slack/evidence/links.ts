import { actionIds } from './ids.js';

export { openEvidenceButton } from './buttons.js';
export { keptBlocks } from './kept-blocks.js';
export { keptHintBlocks } from './kept-hints.js';
export { unsorted } from './words.js';

/** On a page of the check-in: adds the note to what is typed there. */
export const useEvidenceAction = actionIds.use;
