import type { SeveralConfig } from '../config.js';
import { describeError, UserFacingError } from '../services/errors/index.js';
import { listExpiring, renewTokens } from '../services/installation/index.js';
import { askingForTokens } from '../slack/install/renewal.js';
import type { Shared } from './workspace-parts.js';

/**
 * Returns a function that renews all tokens that expire soon. It never throws: the tokens there are go on,
 * and what went wrong is tried again the next time.
 */
export function tokenRenewal(
  { context, observer }: Pick<Shared, 'context' | 'observer'>,
  slack: SeveralConfig,
): () => Promise<void> {
  const { log } = context;
  const ask = askingForTokens(slack, { log, observer });
  return async () => {
    let workspace: string | undefined;
    try {
      for (workspace of await listExpiring(context)) {
        await renewTokens(context, slack.oauth.keys, { workspaceId: workspace, ask }).catch(
          skipUnopened,
        );
      }
    } catch (error) {
      const fields = { ...(workspace !== undefined && { workspace }), ...describeError(error) };
      log.warn(fields, "the app's token could not be renewed; it is tried again in a minute");
    }
  };
}

/** A token that no key opens is reported where its workspace is served. */
function skipUnopened(error: unknown): void {
  if (!(error instanceof UserFacingError)) throw error;
}
