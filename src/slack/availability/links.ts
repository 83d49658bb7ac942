export { availabilityOnHome, laterRow } from './blocks.js';
