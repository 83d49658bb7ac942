/** Opens the pages of a manager's view; the report's person id is the button's value. */
export const openAssessmentAction = 'assessment.open';
