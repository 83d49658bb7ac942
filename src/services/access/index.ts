export { readAccess } from './access.js';
export { type AccessSurface, recordAccess } from './access-log.js';
export {
  type Administrator,
  lockForAdmin,
  readOwnChoice,
  requireAdmin,
} from './administration.js';
export { adminsToNotify, refreshAdmins } from './admins.js';
export { findManagersAbove, readAboveReadFrom } from './managers-above.js';
export { findRelation, lockRelation } from './relation.js';
export {
  lockReportingLine,
  type PersonWithManager,
  reportsTo,
  withManager,
} from './reporting-line.js';
