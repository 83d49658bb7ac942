export {
  changeEvidence,
  deleteEvidence,
  type EvidenceEdit,
  EvidenceError,
  keepEvidence,
  reassignEvidence,
} from './evidence.js';
export {
  evidenceForAssessment,
  findEvidence,
  type Keeper,
  type KeptForCheckIn,
  keptForCheckIn,
  listEvidence,
} from './reading.js';
