export { readAccess } from './access.js';
export { type AccessSurface, recordAccess } from './access-log.js';
export { lockReportingLine, reportsTo } from './reporting-line.js';
