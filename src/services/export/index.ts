export { type Exported, readExport, readOwnData } from './export.js';
export { type ReadableRow, readableRows } from './readable.js';
