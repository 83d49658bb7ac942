import { readEnvironmentFile } from '../../config/environment-file.js';
import { ConfigError, setVariables, variableNames } from '../../config.js';
import { confirm } from '../confirm.js';
import type { Shell } from '../shell.js';

/** The variables as they are, and where each comes from. */
export interface Variables {
  /** All of them; the environment wins over the file. */
  all: NodeJS.ProcessEnv;
  /** Those that the file sets to something. */
  inFile: Readonly<Record<string, string>>;
  /** Ladder's own that the environment sets, to something else than the file. */
  fromEnvironment: Readonly<Record<string, string>>;
}

/** Reads the environment and the file. Throws ConfigError where the file can't be read. */
export function readVariables(of: Shell['environment'], path: string): Variables {
  const environment = setVariables(of);
  const { settings, problems } = readEnvironmentFile(path);
  if (problems.length > 0) throw new ConfigError(problems);
  const inFile = Object.fromEntries(Object.entries(settings).filter(([, value]) => value.trim()));
  const fromEnvironment: Record<string, string> = {};
  for (const name of variableNames) {
    const value = environment[name]?.trim();
    // A secret that stands in a file of its own stays there.
    if (!value || value === inFile[name] || environment[`${name}_FILE`]?.trim()) continue;
    fromEnvironment[name] = value;
  }
  return { all: { ...inFile, ...environment }, inFile, fromEnvironment };
}

/**
 * Asks whether what the file has may be replaced by what the environment has, unless `yes` says so. Throws
 * CommandFailed where the answer is no.
 */
export async function confirmReplacing(
  shell: Shell,
  { inFile, fromEnvironment }: Variables,
  { path, yes }: { path: string; yes: boolean },
): Promise<void> {
  const names = Object.keys(fromEnvironment).filter((name) => inFile[name] !== undefined);
  if (names.length === 0) return;
  const are = `${path} has another ${names.join(', ')} than the environment.`;
  if (!yes && !shell.ask) shell.out(are);
  await confirm(shell, `${are} Replace what ${path} has?`, { yes, nothing: 'Nothing was changed' });
}
