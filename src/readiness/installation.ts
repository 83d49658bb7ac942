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

/**
 * Checks that of several workspaces all can be served in which the app is installed; `unserved` returns how
 * many can't. Names no workspace.
 */
export function installationsCheck({ db }: Pick<Context, 'db'>, unserved: () => number): Check {
  return {
    about: 'app',
    holdsMs: 1000,
    otherwise: 'Whether the app is installed is not known while the database does not answer.',
    async run() {
      const all = await db.installation.count();
      const gone = await db.workspace.count({ where: { uninstalledAt: { not: null } } });
      const left = gone > 0 ? `, and was uninstalled from ${gone}` : '';
      const text = `The app is installed in ${all} ${all === 1 ? 'workspace' : 'workspaces'}${left}.`;
      const refused = await db.installation.count({ where: { renewalRefused: { not: null } } });
      const broken = unserved();
      if (broken + refused === 0) return ok(text);
      const problems = [
        ...(broken > 0 ? [`${broken} of them can't be served; the others go on.`] : []),
        ...(refused > 0 ? [`Slack refuses to renew the token of ${refused} of them.`] : []),
      ];
      const which = 'Which and why: npm run ladder -- workspaces list';
      return failing([text, ...problems, which].join(' '));
    },
  };
}
