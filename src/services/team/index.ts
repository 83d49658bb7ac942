export { readTeamBelow, type TeamBelow } from './below.js';
export {
  type AllSetMessage,
  type DigestMessage,
  type DueWithReport,
  type TeamDigest,
  toDigest,
} from './digest.js';
export { teamFacts } from './progress.js';
export { type ReportPage, readReportPage } from './report-page.js';
export {
  type RestingTeam,
  type TeamState,
  teamBetweenCycles,
  teamState,
  teamStates,
} from './team.js';
