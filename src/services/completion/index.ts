export { type Completion, readCompletion, type Unplaced } from './completion.js';
