import type { BlockAction } from '@slack/bolt';
import type { Register } from '../bolt/context.js';
import { publishHome } from './publish.js';

/** The Home tab, drawn anew each time it is opened. */
export const register: Register = (app, slack) => {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await publishHome(slack, client, event.user);
  });

  app.action<BlockAction>('home.refresh', async ({ ack, body, client }) => {
    await ack();
    await publishHome(slack, client, body.user.id);
  });
};
