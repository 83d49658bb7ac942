export {
  evidenceForAssessment,
  evidenceForCheckIn,
  findEvidence,
  type Keeper,
  type KeptForCheckIn,
  keptForCheckIn,
  listEvidence,
} from './evidence-reading.js';
