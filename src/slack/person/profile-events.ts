import { addMember, rememberProfiles } from '../../services/person/index.js';
import type { Register } from '../bolt/context.js';
import { profileOf } from '../bolt/members/directory.js';

/** Keeps our copy of profiles: name, zone, language, whether somebody left or became a guest. */
export const registerProfileEvents: Register = (app, { services, workspace }) => {
  app.event('user_change', async ({ event }) => {
    const profile = profileOf(event.user, workspace.slackTeamId);
    await rememberProfiles(services, workspace.id, [profile]);
  });

  app.event('team_join', async ({ event }) => {
    const profile = profileOf(event.user, workspace.slackTeamId);
    await addMember(services, workspace.id, profile, { isNewcomer: true });
  });
};
