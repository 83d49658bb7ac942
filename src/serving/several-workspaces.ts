import type { SeveralConfig } from '../config.js';
import type { WorkspaceTarget } from '../jobs/minute-job.js';
import { readManifest } from '../manifest-file.js';
import { installationsCheck } from '../readiness/installation.js';
import { reachabilityCheck } from '../readiness/slack.js';
import { installedAt } from '../slack/bolt/members/installed-at.js';
import { createStrangersApp } from '../slack/bolt/members/strangers-app.js';
import { backgroundClient } from '../slack/bolt/web-api/clients.js';
import { installRoutes } from '../slack/install/index.js';
import { within } from '../system/time-limit.js';
import { InstalledWorkspaces } from './installed-workspaces.js';
import type { Serving, ServingBasis } from './serving.js';
import { tokenRenewal } from './token-renewal.js';

export interface SeveralWorkspaces extends Serving {
  /** Looks which workspaces there are now. */
  refresh(): Promise<void>;
}

/** Slack waits three seconds for an ack. */
const maxWaitMs = 1_500;

/** Serves every workspace in which the app is installed, from the next request on. */
export async function serveSeveral(
  basis: ServingBasis,
  slack: SeveralConfig,
): Promise<SeveralWorkspaces> {
  const { shared } = basis;
  const { context } = shared;
  const installed = new InstalledWorkspaces(basis, slack.oauth.keys);
  const renewExpiring = tokenRenewal(shared, slack);
  await renewExpiring();
  await installed.refresh();
  const watched = { log: context.log, observer: shared.observer };
  const strangers = createStrangersApp(slack, watched);
  const withoutToken = backgroundClient(undefined, slack, watched);
  const refresh = () => installed.refreshAnew();
  return {
    refresh,
    workspaceIds: () => installed.ids(),
    targets: async (): Promise<WorkspaceTarget[]> => {
      await renewExpiring();
      await installed.refreshOrLog();
      return installed.targets();
    },
    async findApp(body) {
      const id = installedAt(body);
      if (id === undefined) return strangers;
      const known = installed.app(id);
      if (known) return known;
      // It may have been installed at another instance just now.
      await within(maxWaitMs, installed.refreshSoon()).catch(() => {});
      return installed.app(id) ?? strangers;
    },
    checks: [
      reachabilityCheck(() => withoutToken.api.test()),
      installationsCheck(context, () => installed.unserved()),
    ],
    routes: installRoutes(slack, {
      ...{ context, observer: shared.observer, onInstalled: refresh },
      scopes: readManifest()?.oauth_config.scopes.bot ?? [],
    }),
  };
}
