import type { Context } from '../services/context.js';
import { readUninstalled, uninstalledText } from '../services/workspace/index.js';
import { type Check, failing, ok } from './index.js';

/** Checks that nobody has uninstalled the app from the workspace. */
export function installationCheck(context: Pick<Context, 'db'>, workspaceId: string): Check {
  return {
    about: 'app',
    holdsMs: 1000,
    otherwise: 'Whether the app is installed is not known while the database does not answer.',
    async run() {
      const uninstalled = await readUninstalled(context, workspaceId);
      return uninstalled ? failing(uninstalledText(uninstalled)) : ok('The app is installed.');
    },
  };
}
