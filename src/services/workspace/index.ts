export {
  lookForInstallation,
  noteInstalled,
  noteUninstalled,
  readUninstalled,
  uninstalledColumnsSql,
  uninstalledText,
} from './installation.js';
export { timeZonesOf } from './time-zones.js';
export { listWorkspaces, rememberWorkspace, type Workspace } from './workspaces.js';
