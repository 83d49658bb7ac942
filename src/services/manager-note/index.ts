export {
  deleteManagerNote,
  findManagerNote,
  keepManagerNote,
  listManagerNotes,
  type ManagerNote,
  ManagerNoteError,
  managerNotesForAssessment,
  subjectOfManagerNote,
} from './manager-notes.js';
