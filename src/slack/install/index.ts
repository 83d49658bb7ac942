import { InstallProvider } from '@slack/oauth';
import type { SeveralConfig } from '../../config.js';
import type { Routes } from '../../runtime/http-server.js';
import type { Context } from '../../services/context.js';
import { describeError } from '../../services/errors/index.js';
import { saveInstallation } from '../../services/installation/index.js';
import { boltLogger } from '../bolt/bolt-logger.js';
import type { SlackObserver } from '../bolt/observer.js';
import { backgroundClient, interactiveOptions, type Watched } from '../bolt/web-api/clients.js';
import { newInstallation } from './new-installation.js';
import { answerPage } from './page.js';
import { NoWorkspaceError, OtherWorkspaceError, refusalOf } from './refusal.js';
import { SignedStates, stateSeconds } from './state-store.js';
import { installedPage, installPath, redirectPath, refusals } from './texts.js';

interface InstallOptions {
  context: Pick<Context, 'db' | 'clock' | 'log'>;
  /** What the app asks for, as the manifest has it. */
  scopes: readonly string[];
  /** Serves the new workspace at once. */
  onInstalled(): Promise<void>;
  observer: SlackObserver | undefined;
}

/** The two paths of an installation: where it begins, and where Slack sends people back to. */
export function installRoutes(
  slack: SeveralConfig,
  { context, scopes, onInstalled, observer }: InstallOptions,
): Routes {
  const { clientId, clientSecret, keys, publicUrl, authorizeUrl, onlyWorkspaces } = slack.oauth;
  const { log } = context;
  const slackUrl = openUrl(authorizeUrl);
  const options = { scopes: [...scopes], redirectUri: `${publicUrl}${redirectPath}` };
  const provider = new InstallProvider({
    ...{ clientId, clientSecret, authorizationUrl: authorizeUrl, installUrlOptions: options },
    directInstall: true,
    stateStore: new SignedStates(keys, options),
    stateCookieName: 'ladder-install',
    stateCookieExpirationSeconds: stateSeconds,
    installationStore: {
      async storeInstallation(installation) {
        const found = newInstallation(installation);
        if (!found) throw new NoWorkspaceError();
        if (onlyWorkspaces && !onlyWorkspaces.includes(found.slackTeamId)) {
          await revoke(found.tokens.botToken, slack, { log, observer });
          throw new OtherWorkspaceError();
        }
        const { id } = await saveInstallation(context, keys, found);
        log.info({ workspace: id }, 'the app was installed');
        await onInstalled();
      },
      fetchInstallation: () => Promise.reject(new Error('nobody asks for it here')),
    },
    // It would log errors with what they quote; each is logged below.
    logger: { ...boltLogger(log), error: () => {} },
    clientOptions: { ...interactiveOptions(slack, { log, observer }), timeout: 10_000 },
  });
  return {
    [`GET ${installPath}`]: (request, response) => provider.handleInstallPath(request, response),
    [`GET ${redirectPath}`]: (request, response) =>
      provider.handleCallback(request, response, {
        success({ team }) {
          const page = { name: team?.name ?? '', slackTeamId: team?.id ?? '' };
          answerPage(response, installedPage(page, { command: slack.command, slackUrl }));
        },
        failure(error) {
          const kind = refusalOf(error);
          if (kind !== 'denied')
            log.warn({ kind, ...describeError(error) }, 'the app was not installed');
          answerPage(response, refusals[kind]);
        },
      }),
  };
}

/** Where people open Slack in a browser: for slack.com, or beside the page that asked them. */
function openUrl(authorizeUrl: string): string {
  const { origin, hostname } = new URL(authorizeUrl);
  return hostname === 'slack.com' ? 'https://app.slack.com' : origin;
}

/** Gives a token back that is of no use. Slack may refuse that; nothing is kept of it either way. */
async function revoke(token: string, endpoint: SeveralConfig, watched: Watched): Promise<void> {
  await backgroundClient(token, endpoint, watched)
    .auth.revoke()
    .catch((error) => watched.log.warn(describeError(error), 'a token could not be given back'));
}
