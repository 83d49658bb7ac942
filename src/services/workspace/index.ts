export {
  lookForInstallation,
  noteInstalled,
  noteUninstalled,
  readUninstalled,
  type TokenCheck,
  uninstalledColumnsSql,
  uninstalledText,
} from './installation.js';
export { timeZonesOf } from './time-zones.js';
export { listWorkspaces, rememberWorkspace, type Workspace } from './workspaces.js';
