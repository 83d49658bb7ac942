export { doubtAfterRestore, isServerAtWork } from './restore.js';
