export {
  discardDrafts,
  eraseOldDrafts,
  type FormField,
  keepDraft,
  readDrafts,
} from './form-drafts.js';
