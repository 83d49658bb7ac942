import { readFileSync } from 'node:fs';
import { projectPath } from '../../project-path.js';

/** The parts of the Slack app manifest that Ladder is held against. */
export interface Manifest {
  features: {
    slash_commands: { command: string }[];
    shortcuts?: { callback_id: string }[];
  };
  /** Optional scopes stand among all of them as well. */
  oauth_config: { scopes: { bot: string[]; bot_optional?: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
}

/** `manifest/manifest.json`, or undefined if it is missing or isn't a manifest. */
export function readManifest(): Manifest | undefined {
  try {
    const text = readFileSync(projectPath('manifest', 'manifest.json'), 'utf8');
    const manifest = JSON.parse(text) as Manifest;
    return manifest.oauth_config.scopes.bot && manifest.settings.event_subscriptions.bot_events
      ? manifest
      : undefined;
  } catch {
    // Not there or not readable: the caller says that there is none to compare with.
    return undefined;
  }
}
