export { type Expired, eraseExpired, expiredText, foreseeExpired } from './retention.js';
