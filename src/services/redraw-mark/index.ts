export { markCycles, markForRedraw, markKind } from './marks.js';
