import { findOrAddPerson } from '../../services/people.js';
import { rememberProfiles } from '../../services/profiles.js';
import type { Register } from '../context.js';
import { profileOf } from '../directory.js';

/** Keeps our copy of profiles: name, zone, language, whether somebody left. */
export const registerProfileEvents: Register = (app, { services, workspace }) => {
  app.event('user_change', async ({ event }) => {
    await rememberProfiles(services, workspace.id, [profileOf(event.user)]);
  });

  app.event('team_join', async ({ event }) => {
    const slackUserId = event.user.id;
    await findOrAddPerson(services, { workspaceId: workspace.id, slackUserId });
    await rememberProfiles(services, workspace.id, [profileOf(event.user)]);
  });
};
