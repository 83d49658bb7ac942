export { type Exported, type ExportedRow, type ExportedValue, readExport } from './export.js';
