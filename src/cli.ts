#!/usr/bin/env node
import { runCommand } from './cli/run.js';
import type { Shell } from './cli/shell.js';
import { ConfigError, loadEnvironmentFile } from './config.js';
import { systemClock } from './services/context.js';

const shell: Shell = {
  clock: systemClock,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  ...(process.stderr.isTTY && {
    status: (line: string) => void process.stderr.write(`\r\u001b[K${line}`),
  }),
  colours: process.stdout.isTTY === true,
};

try {
  loadEnvironmentFile();
  process.exitCode = await runCommand(process.argv.slice(2), shell);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
