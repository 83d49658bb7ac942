export { type Completion, type LeftBehind, readCompletion, type Unplaced } from './completion.js';
