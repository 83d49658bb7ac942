export { chartButtons, openHistoryButton } from './buttons.js';
export { historyTableBlocks } from './table.js';
