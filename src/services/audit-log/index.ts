export { recordAssignments } from './assignments.js';
export { recordChange } from './audit-log.js';
export { type AuditedChange, listChanges } from './list.js';
