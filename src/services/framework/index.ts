export { announceVersions } from './announcing.js';
export { type CompetencyKeys, readCompetencyKeys } from './competency-keys.js';
export { UnreadableVersionError } from './damaged.js';
export { Frameworks } from './frameworks.js';
export { type RoleChangedMessage, roleChanged } from './messages.js';
export { peopleOnRoles } from './people.js';
export { type Published, publishVersion } from './publishing.js';
export { type ChangedRole, readRoleChange } from './role-changes.js';
export { type ListedVersion, listVersions } from './versions.js';
