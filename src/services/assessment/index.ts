export {
  goToAssessmentPage,
  saveAssessmentPage,
  saveSummary,
  submitAssessment,
} from './assessments.js';
export { type OpenedAssessment, openAssessment } from './opening.js';
export { type Assessment, type AssessmentRef, readAssessment } from './reading.js';
