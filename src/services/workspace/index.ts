export { timeZonesOf } from './time-zones.js';
export { listWorkspaces, rememberWorkspace, type Workspace } from './workspaces.js';
