export {
  type AnswerRow,
  editedColumns,
  isAnswered,
  isKnown,
  type PageEdit,
  toAnswers,
} from './answers.js';
export {
  answeredPages,
  askedPages,
  begunCheckIns,
  isBegunCheckIn,
  isBegunView,
  isViewBegun,
} from './begun.js';
export { isComplete, type Pin, readPin } from './pin.js';
