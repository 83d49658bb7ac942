import { describeError } from '../../services/errors/index.js';
import { noteUninstalled } from '../../services/workspace/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { revokesBot } from './input.js';

/** The app is uninstalled, or its token is revoked: nothing more is sent. */
export const register: Register = (app, slack) => {
  app.event('app_uninstalled', () => leave(slack));

  app.event('tokens_revoked', async ({ event }) => {
    if (revokesBot(event)) await leave(slack);
  });
};

async function leave({ services, workspace, token }: SlackContext): Promise<void> {
  await noteUninstalled(services, workspace.id);
  if (!token.forgetToken) return;
  // The event may be late, and the token that of an installation since: the minute job looks again.
  const isRefused = await token.takesToken().then(
    (taken) => !taken,
    (error) => {
      services.log.warn(describeError(error), 'Slack did not say whether it takes the token');
      return false;
    },
  );
  if (isRefused) await token.forgetToken();
}
