export { readExport, readOwnData } from './export.js';
export { exportFiles } from './files.js';
export { type ReadableRow, readableRows } from './readable.js';
