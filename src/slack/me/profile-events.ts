import { addMember } from '../../services/people.js';
import { rememberProfiles } from '../../services/profiles.js';
import type { Register } from '../context.js';
import { profileOf } from '../directory.js';

/** Keeps our copy of profiles: name, zone, language, whether somebody left or became a guest. */
export const registerProfileEvents: Register = (app, { services, workspace }) => {
  app.event('user_change', async ({ event }) => {
    const profile = profileOf(event.user, workspace.slackTeamId);
    await rememberProfiles(services, workspace.id, [profile]);
  });

  app.event('team_join', async ({ event }) => {
    const profile = profileOf(event.user, workspace.slackTeamId);
    await addMember(services, workspace.id, profile);
  });
};
