export {
  changeEvidence,
  deleteEvidence,
  type EvidenceEdit,
  EvidenceError,
  keepEvidence,
  reassignEvidence,
} from './evidence.js';
export { evidenceForAssessment, type KeptForCheckIn, keptForCheckIn } from './kept-for-check-in.js';
export { findEvidence, type Keeper, listEvidence } from './reading.js';
