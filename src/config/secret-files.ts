import { withoutInvisible } from '../domain/text/text.js';
import { readTextFile } from '../system/text-file.js';

/**
 * The variables that are secret or may contain a password. `NAME_FILE` names a file with the value,
 * as container platforms mount secrets.
 */
export const secretNames = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'TOKENS_KEY',
  'DATABASE_URL',
  'HTTPS_PROXY',
  'OTEL_EXPORTER_OTLP_HEADERS',
] as const;

/**
 * Reads the secrets whose files the environment names. Returns them by their variables, and problems
 * in sentences that never quote a value. A file has one line; spaces and line ends around it are not
 * part of the value.
 */
export function readSecretFiles(environment: NodeJS.ProcessEnv): {
  settings: Record<string, string>;
  problems: string[];
} {
  const settings: Record<string, string> = {};
  const problems: string[] = [];
  for (const name of secretNames) {
    const path = environment[`${name}_FILE`]?.trim();
    if (!path) continue;
    const read = environment[name]?.trim() ? twice(name) : readSecret(path);
    if ('problem' in read) problems.push(`${name}_FILE: ${read.problem}`);
    else settings[name] = read.value;
  }
  return { settings, problems };
}

type Secret = { value: string } | { problem: string };

function twice(name: string): Secret {
  return { problem: `${name} is set as well. Keep one of the two.` };
}

function readSecret(path: string): Secret {
  const read = readTextFile(path, { wanted: 'a file with the secret alone', mostMegabytes: 1 });
  if ('problem' in read) return { problem: read.problem.message };
  const value = read.text.trim();
  if (value === '') return { problem: `${path} is empty. Write the secret into it.` };
  if (value.includes('\n')) {
    return { problem: `${path} has more than one line. Leave the secret alone in it.` };
  }
  if (withoutInvisible(value) !== value) {
    return { problem: `${path} contains an invisible sign. Type the secret again by hand.` };
  }
  return { value };
}
