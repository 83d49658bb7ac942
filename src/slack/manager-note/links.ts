import { actionIds } from './ids.js';

export { notesBesideView, notesOnReport } from './blocks.js';

/** On a page of a view: adds a note to what is typed there, or deletes it. */
export const noteActions = { use: actionIds.use, remove: actionIds.remove } as const;
