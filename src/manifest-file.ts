import { readFileSync } from 'node:fs';
import { projectPath } from './project-path.js';

/** The parts of the Slack app manifest that Ladder is compared with. */
export interface Manifest {
  features: {
    slash_commands: { command: string }[];
    shortcuts?: { callback_id: string }[];
  };
  /** The optional scopes are listed in `bot` as well. */
  oauth_config: { scopes: { bot: string[]; bot_optional?: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
}

/** Reads `manifest/manifest.json`; undefined if it is missing or isn't a manifest. */
export function readManifest(): Manifest | undefined {
  try {
    const text = readFileSync(projectPath('manifest', 'manifest.json'), 'utf8');
    const manifest = JSON.parse(text) as Manifest;
    return manifest.oauth_config.scopes.bot && manifest.settings.event_subscriptions.bot_events
      ? manifest
      : undefined;
  } catch {
    // Missing or unreadable: the caller reports that there is none to compare with.
    return undefined;
  }
}
