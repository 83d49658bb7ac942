import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { publishHome } from './publish.js';

/** The Home tab, redrawn each time it is opened. */
export const register: Register = (app, slack) => {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await publishHome(slack, client, event.user);
  });
  onAction(app, 'home.refresh', ({ body, client }) => publishHome(slack, client, body.user.id));
};
