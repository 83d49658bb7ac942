export { teamFacts } from './progress.js';
export { type ReportPage, readReportPage } from './report-page.js';
export {
  type AllSetMessage,
  type DigestMessage,
  type DueWithReport,
  type RestingTeam,
  type TeamDigest,
  type TeamState,
  teamBetweenCycles,
  teamState,
  teamStates,
  toDigest,
} from './team.js';
