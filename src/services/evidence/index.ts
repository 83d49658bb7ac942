export {
  changeEvidence,
  deleteEvidence,
  type EvidenceEdit,
  EvidenceError,
  evidenceForAssessment,
  findEvidence,
  type Keeper,
  keepEvidence,
  listEvidence,
  reassignEvidence,
} from './evidence.js';
export { type KeptForCheckIn, keptForCheckIn } from './reading.js';
