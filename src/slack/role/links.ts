export { nextRungButtons, showRoleButton } from './buttons.js';
export { expectationBlocks } from './expectation.js';
export { lostRoleText, reportsRoleLost } from './lost-role.js';
export { chooseRoleMessage } from './pages/choose-role.js';
export { comparisonTotals } from './pages/comparison.js';
export { browseRow, ownRoleRow, roleOptions } from './pickers.js';
export { showBlocks } from './show-blocks.js';
export { timeText } from './time.js';
export { roleFacts, roleOf, versionText } from './words.js';
