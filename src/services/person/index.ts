export { type Assignment, setOwnRole, updateOwnAssignment } from './assignments.js';
export { type PersonCard, readPersonCard } from './card.js';
export { answerClaim } from './claim-answers.js';
export {
  type ClaimAskedMessage,
  type ClaimDeclinedMessage,
  claimAsked,
  claimDeclined,
} from './claim-messages.js';
export { type Claim, claimReports } from './claims.js';
export { managersFromSlack } from './import/from-slack.js';
export { importPeople } from './import/import.js';
export {
  changesIn,
  type ImportedPerson,
  type ImportOutcome,
  isChanged,
  isNew,
  type Place,
} from './import/outcome.js';
export { findInSlack } from './import/profiles.js';
export type { ImportProgress } from './import/progress.js';
export { type LeaversPage, listLeavers } from './leavers.js';
export { listPeople } from './list.js';
export {
  type LostRole,
  listLostRoles,
  lostRolesAdvice,
  lostRolesText,
  lostRoleTitle,
} from './lost-roles.js';
export { meetManager } from './manager-choice.js';
export {
  type ManagerSetMessage,
  managerSet,
  type ReportsChangedMessage,
  type RoleSetMessage,
  reportsChanged,
  roleSet,
} from './messages.js';
export { type Overview, readOverview } from './overview.js';
export { peopleByPages } from './pages.js';
export {
  addMember,
  findKnownPerson,
  findOrAddPerson,
  findPerson,
  knownStanding,
  type Person,
} from './people.js';
export { AssignmentError } from './place-rules.js';
export { type Placed, placePerson } from './placing.js';
export { ProfileReader } from './profile-reader.js';
export { rememberProfiles } from './profiles.js';
export { type Removal, removePeople } from './removal.js';
export {
  type OpenedReport,
  openReportPlace,
  setReportRole,
} from './report-role.js';
export { answerPlace } from './request-answers.js';
export {
  type PlaceAnsweredMessage,
  type PlaceAskedMessage,
  placeAnswered,
  placeAsked,
} from './request-messages.js';
export type { WaitingChoice } from './requests.js';
export { NotAMemberError, type Standing, standingOf } from './standing.js';
