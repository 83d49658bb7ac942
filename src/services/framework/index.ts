export { UnreadableVersionError } from './damaged.js';
export { Frameworks } from './frameworks.js';
export { peopleOnRoles } from './people.js';
export { type PeopleMoved, type Published, publishVersion } from './publishing.js';
export { type ListedVersion, listVersions } from './versions.js';
