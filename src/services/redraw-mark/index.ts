export { markCycles, markForRedraw, markKinds } from './marks.js';
