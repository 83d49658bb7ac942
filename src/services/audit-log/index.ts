export { recordAssignments } from './assignments.js';
export { type Change, recordChange } from './audit-log.js';
export { type AuditedChange, listChanges } from './list.js';
