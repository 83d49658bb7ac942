export { announceVersions } from './announcing.js';
export { readCompetencyKeys } from './competency-keys.js';
export { readCompetencyNames } from './competency-names.js';
export { UnreadableVersionError } from './damaged.js';
export { Frameworks } from './frameworks.js';
export { type LadderInUse, readLadderInUse } from './in-use.js';
export { type RoleChangedMessage, roleChanged } from './messages.js';
export {
  type ForeseenVersion,
  foreseeVersion,
  nobodyStaysText,
  publishForeseen,
} from './next-version.js';
export { peopleOnRoles } from './people.js';
export type { Published } from './publishing.js';
export { type ChangedRole, readRoleChange } from './role-changes.js';
export { type ListedVersion, listVersions } from './versions.js';
