import { projectPath } from '../../src/project-path.js';

/** The environment of a Node process whose clock runs from this instant on, in ISO form. */
export function clockAt(now: string): NodeJS.ProcessEnv {
  const script = projectPath('tests/support/clock-at-preload.mjs');
  return { NODE_OPTIONS: `--import=${script}`, CLOCK_AT: now };
}
