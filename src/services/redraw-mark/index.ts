export { markCycles, markForRedraw } from './marks.js';
