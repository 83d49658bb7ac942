import { noteUninstalled } from '../../services/workspace/index.js';
import type { Register } from '../bolt/context.js';
import { revokesBot } from './input.js';

/** The app is uninstalled, or its token is revoked: nothing more is sent. */
export const register: Register = (app, { services, workspace }) => {
  app.event('app_uninstalled', () => noteUninstalled(services, workspace.id));

  app.event('tokens_revoked', async ({ event }) => {
    if (revokesBot(event)) await noteUninstalled(services, workspace.id);
  });
};
