import type { z } from 'zod';
import type { TokenKey } from '../domain/installation/token-keys.js';
import type { severalSchema } from './variables.js';

/** How the app is installed in workspaces. */
export interface OAuthConfig {
  clientId: string;
  clientSecret: string;
  /** What tokens are encrypted with: the first; each opens them. */
  keys: readonly TokenKey[];
  /** Where people reach this server, without a slash at its end. */
  publicUrl: string;
  /** The ids of the workspaces in which the app may be installed; undefined: any. */
  onlyWorkspaces?: readonly string[] | undefined;
  /** Slack's page that asks whether the app may be installed. */
  authorizeUrl: string;
}

/** Returns whether the environment is for several workspaces: with a Client ID and without a bot token. */
export function isForSeveral(environment: NodeJS.ProcessEnv): boolean {
  const isSet = (name: string) => Boolean(environment[name]?.trim());
  return !isSet('SLACK_BOT_TOKEN') && (isSet('SLACK_CLIENT_ID') || isSet('PUBLIC_URL'));
}

export function oauthConfig(data: z.infer<typeof severalSchema>, apiUrl: string): OAuthConfig {
  return {
    clientId: data.SLACK_CLIENT_ID ?? '',
    clientSecret: data.SLACK_CLIENT_SECRET ?? '',
    keys: data.TOKENS_KEY,
    publicUrl: data.PUBLIC_URL ?? '',
    onlyWorkspaces: data.INSTALL_WORKSPACES,
    authorizeUrl: new URL('../oauth/v2/authorize', apiUrl).href,
  };
}
