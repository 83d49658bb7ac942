import { readManifest } from '../../manifest-file.js';
import { UserFacingError } from '../../services/errors/index.js';

export interface AppWanted {
  /** The slash command, with its slash. */
  command: string;
  /** The public address to which Slack sends its requests; undefined for Socket Mode. */
  address: string | undefined;
  /** Whether people install it in several workspaces, at that address. */
  several?: boolean;
}

/**
 * Returns the link that opens Slack's page for making an app, with the manifest filled in. Throws
 * UserFacingError where the address is none that Slack takes, and where the manifest is missing.
 */
export function manifestLink({ command, address, several = false }: AppWanted): string {
  const manifest = readManifest();
  if (!manifest) {
    throw new UserFacingError('manifest/manifest.json is missing. Install Ladder again.');
  }
  const { features, settings, oauth_config } = manifest;
  const request = address === undefined ? {} : { request_url: requestUrl(address) };
  const url = address === undefined ? {} : { url: requestUrl(address) };
  const wanted = {
    ...manifest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((one) => ({ ...one, command, ...url })),
    },
    ...(several && {
      oauth_config: { redirect_urls: [redirectUrl(address)], ...oauth_config },
    }),
    settings: {
      ...settings,
      event_subscriptions: { ...request, ...settings.event_subscriptions },
      interactivity: { is_enabled: true, ...request },
      socket_mode_enabled: address === undefined,
    },
  };
  return `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(wanted))}`;
}

function redirectUrl(address: string | undefined): string {
  if (address === undefined) {
    throw new UserFacingError(
      'For several workspaces, --address says where people install the app: the public address of your server, for example https://ladder.example.com.',
    );
  }
  return `${baseUrl(address)}/slack/oauth_redirect`;
}

function requestUrl(address: string): string {
  return `${baseUrl(address)}/slack/events`;
}

/** Returns the address without what Ladder itself adds to it. Throws UserFacingError where it is none. */
export function baseUrl(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.search || url.hash || url.username || url.password) {
    throw new UserFacingError(
      `--address is the public address of your server, for example https://ladder.example.com; Slack takes https only.`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/(slack\/events\/?)?$/, '')}`;
}
