import { readManifest } from '../../manifest-file.js';
import { registeredNames } from '../../slack/registered.js';
import { type Finding, failures, passed } from './finding.js';

/**
 * Checks that the manifest file asks Slack for exactly what the code listens to. `command` is the
 * configured slash command, undefined while the configuration has problems.
 */
export function examineManifest(command = '/ladder'): Finding[] {
  const manifest = readManifest();
  if (!manifest) {
    return failures('manifest', [
      'manifest/manifest.json is missing or no manifest. Restore it: git checkout manifest',
    ]);
  }
  const { features, settings } = manifest;
  const registered = registeredNames(command);
  const problems = [
    ...differences(
      'the slash command',
      features.slash_commands.map((one) => one.command),
      registered.commands,
    ),
    ...differences(
      'the shortcut',
      (features.shortcuts ?? []).map((one) => one.callback_id),
      registered.shortcuts,
    ),
    ...differences('the event', settings.event_subscriptions.bot_events, registered.events),
  ];
  if (problems.length > 0) return failures('manifest', problems);
  return [passed('manifest', 'manifest/manifest.json fits the code')];
}

function differences(what: string, inManifest: string[], inCode: string[]): string[] {
  const missing = inCode.filter((name) => !inManifest.includes(name));
  const idle = inManifest.filter((name) => !inCode.includes(name));
  return [
    ...missing.map(
      (name) =>
        `manifest/manifest.json lacks ${what} ${name}. Add it there and in your Slack app's settings.`,
    ),
    ...idle.map(
      (name) =>
        `manifest/manifest.json has ${what} ${name}, which nothing answers. Take it out there and in your Slack app's settings.`,
    ),
  ];
}
