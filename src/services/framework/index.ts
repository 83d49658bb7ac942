export { UnreadableVersionError } from './damaged.js';
export { Frameworks } from './frameworks.js';
export type { PeopleMoved, Published } from './publishing.js';
export { type ListedVersion, listVersions } from './versions.js';
