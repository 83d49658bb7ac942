export { eraseExpired, expiredText, foreseeExpired } from './retention.js';
