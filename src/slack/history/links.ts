export { openHistoryButton } from './buttons.js';
export { historyBlocks } from './views.js';
