export { erasedAmong, isErased, noteErased, readmit } from './erased.js';
export {
  addToErasedList,
  type ErasedList,
  parseErasedList,
  readErasedList,
} from './list.js';
