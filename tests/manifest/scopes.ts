/** The bot scope that each Web API method needs; an empty one where the token alone is enough. */
export const methodScopes: Record<string, string> = {
  'apps.connections.open': '',
  'auth.revoke': '',
  'auth.test': '',
  'chat.getPermalink': '',
  'chat.postMessage': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': 'im:history',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.delete': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'files.info': 'files:read',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'team.profile.get': 'users.profile:read',
  'users.lookupByEmail': 'users:read.email',
  'users.profile.get': 'users.profile:read',
  'views.open': '',
  'views.publish': '',
  'views.push': '',
  'views.update': '',
};

/** What these methods are for is done without, where their scopes are not granted. */
export const optionalMethods = [
  'conversations.history',
  'conversations.open',
  'files.completeUploadExternal',
  'files.delete',
  'files.getUploadURLExternal',
  'files.info',
  'team.profile.get',
  'users.lookupByEmail',
  'users.profile.get',
];

/** The bot scope that each event needs to be sent. */
export const registrationScopes: Record<string, string> = {
  app_home_opened: '',
  app_uninstalled: '',
  team_join: 'users:read',
  tokens_revoked: '',
  user_change: 'users:read',
};
