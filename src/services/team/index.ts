export { teamFacts } from './progress.js';
export { type ReportPage, readReportPage } from './report-page.js';
export {
  type AllSetMessage,
  type DigestMessage,
  type RestingTeam,
  type TeamState,
  teamBetweenCycles,
  teamState,
  teamStates,
} from './team.js';
