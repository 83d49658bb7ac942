import { randomBytes } from 'node:crypto';
import type { Core } from '../core.js';
import type { Fields } from '../state/types.js';
import { ApiError, type Method, tiers } from './method.js';
import { managerFieldId } from './users.js';

/** api.*, auth.*, team.* and apps.* methods. */
export const teamMethods: Record<string, Method> = {
  'api.test': {
    scopes: [],
    open: true,
    args: ['error', 'foo'],
    perMinute: tiers.four,
    run: (_core, args) => {
      const error = args.text('error');
      if (error !== undefined) throw new ApiError(error);
      return {};
    },
  },
  'oauth.v2.access': {
    scopes: [],
    open: true,
    args: ['client_id', 'client_secret', 'code', 'redirect_uri'],
    perMinute: tiers.four,
    run: (core, args) => {
      const { clientId, clientSecret } = core.options.client ?? {};
      if (args.text('client_id') !== clientId) throw new ApiError('invalid_client_id');
      if (args.text('client_secret') !== clientSecret) throw new ApiError('bad_client_secret');
      // Codes come from the hub.
      throw new ApiError('invalid_code');
    },
  },
  'auth.test': { scopes: [], args: [], perMinute: tiers.special, run: (core) => who(core) },
  'team.profile.get': {
    scopes: ['users.profile:read'],
    args: ['visibility'],
    perMinute: tiers.three,
    run: () => ({
      profile: {
        fields: [
          { id: 'Xf0PRONOUNS', ordering: 0, label: 'Pronouns', type: 'text' },
          { id: managerFieldId, ordering: 1, label: 'Manager', type: 'user' },
        ],
      },
    }),
  },
  'team.info': {
    scopes: ['team:read'],
    args: ['team', 'domain'],
    perMinute: tiers.three,
    run: (core, args) => {
      const { id, name, domain } = core.store.workspace;
      const asked = args.text('team');
      if (asked !== undefined && asked !== id) throw new ApiError('team_not_found');
      const url = `https://${domain}.slack.com/`;
      return { team: { id, name, domain, url, email_domain: '' } };
    },
  },
  'apps.connections.open': {
    scopes: [],
    args: [],
    perMinute: tiers.three,
    appToken: true,
    run: (core) => {
      const ticket = randomBytes(8).toString('hex');
      core.tickets.add(ticket);
      return { url: `${core.baseUrl().replace(/^http/, 'ws')}/link/?ticket=${ticket}` };
    },
  },
};

function who(core: Core): Fields {
  const { store, options } = core;
  return {
    url: `https://${store.workspace.domain}.slack.com/`,
    team: store.workspace.name,
    user: options.bot.name.toLowerCase(),
    team_id: store.workspace.id,
    user_id: options.bot.botUserId,
    bot_id: options.bot.botId,
    is_enterprise_install: false,
  };
}
