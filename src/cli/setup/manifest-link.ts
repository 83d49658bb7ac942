import { UserFacingError } from '../../services/errors/index.js';
import { readManifest } from '../doctor/manifest-file.js';

export interface AppWanted {
  /** The slash command, with its slash. */
  command: string;
  /** The public address to which Slack sends its requests; undefined for Socket Mode. */
  address: string | undefined;
}

/**
 * Returns the link that opens Slack's page for making an app, with the manifest filled in. Throws
 * UserFacingError where the address is none that Slack takes, and where the manifest is missing.
 */
export function manifestLink({ command, address }: AppWanted): string {
  const manifest = readManifest();
  if (!manifest) {
    throw new UserFacingError('manifest/manifest.json is missing. Install Ladder again.');
  }
  const { features, settings } = manifest;
  const request = address === undefined ? {} : { request_url: requestUrl(address) };
  const url = address === undefined ? {} : { url: requestUrl(address) };
  const wanted = {
    ...manifest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((one) => ({ ...one, command, ...url })),
    },
    settings: {
      ...settings,
      event_subscriptions: { ...request, ...settings.event_subscriptions },
      interactivity: { is_enabled: true, ...request },
      socket_mode_enabled: address === undefined,
    },
  };
  return `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(wanted))}`;
}

function requestUrl(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.search || url.hash || url.username || url.password) {
    throw new UserFacingError(
      `--address is the public address of your server, for example https://ladder.example.com; Slack takes https only.`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/(slack\/events\/?)?$/, '')}/slack/events`;
}
