export { type AuditedChange, listChanges, recordChange } from './audit-log.js';
