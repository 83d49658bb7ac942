import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { projectPath } from '../../src/project-path.js';

export interface Ended {
  code: number | null;
  out: string;
  error: string;
}

export interface NodeProcess {
  pid: number;
  /** What it has printed so far. */
  out(): string;
  /** The same of its errors. */
  error(): string;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

/** Runs a script of the project in a Node process with nothing set but PATH and what is given. */
export function startNode(script: string, words: string[] = [], how: How = {}): NodeProcess {
  return startProgram(process.execPath, [resolve(projectPath(), script), ...words], how);
}

interface How {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
}

/** Runs any program so. */
export function startProgram(
  program: string,
  words: string[],
  { env = {}, cwd, uid }: How = {},
): NodeProcess {
  const child = spawn(program, words, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
    ...(uid !== undefined && { uid, gid: uid }),
  });
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    error += text;
  });
  return {
    pid: child.pid ?? 0,
    out: () => out,
    error: () => error,
    kill: (signal) => void child.kill(signal),
    ended: new Promise((resolve) => {
      child.once('close', (code) => resolve({ code, out, error }));
    }),
  };
}

/** Runs a script to its end. */
export function runNode(...how: Parameters<typeof startNode>): Promise<Ended> {
  return startNode(...how).ended;
}
