export { availabilityOnHome, awayButton, laterRow } from './blocks.js';
