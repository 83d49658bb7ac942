export { editedColumns, isKnown, type PageEdit, toAnswers } from './answers.js';
export { isComplete, type Pin, readPin } from './pin.js';
