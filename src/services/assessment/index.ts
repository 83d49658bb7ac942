export {
  goToAssessmentPage,
  type OpenedAssessment,
  openAssessment,
  saveAssessmentPage,
  saveSummary,
  submitAssessment,
} from './assessments.js';
export { type Assessment, type AssessmentRef, readAssessment } from './reading.js';
