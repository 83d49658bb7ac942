export { editedColumns, isKnown, type PageEdit, toAnswer } from './answers.js';
