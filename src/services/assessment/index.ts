export {
  type Assessment,
  type AssessmentChange,
  type AssessmentRef,
  goToAssessmentPage,
  type OpenedAssessment,
  openAssessment,
  readAssessment,
  saveAssessmentPage,
  saveSummary,
  submitAssessment,
} from './assessments.js';
