export {
  type Assignment,
  AssignmentError,
  setOwnRole,
  updateOwnAssignment,
} from './assignments.js';
export {
  type ImportedPerson,
  importPeople,
  type PeopleImport,
  type Place,
} from './import/import.js';
export type { ImportProgress } from './import/progress.js';
export { listPeople } from './list.js';
export {
  type LostRole,
  listLostRoles,
  lostRolesAdvice,
  lostRolesText,
  lostRoleTitle,
} from './lost-roles.js';
export { meetManager } from './manager-choice.js';
export { type Overview, readOverview } from './overview.js';
export { peopleByPages } from './pages.js';
export { addMember, findOrAddPerson, findPerson, knownStanding, type Person } from './people.js';
export { ProfileReader } from './profile-reader.js';
export { rememberProfiles } from './profiles.js';
export { NotAMemberError, type Standing, standingOf } from './standing.js';
