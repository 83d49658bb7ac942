import { afterEach, describe, expect, it } from 'vitest';
import { describeError } from '../../src/services/errors/describe-error.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

const words = "Rosa's note:\n    at my desk (file:///her/secret.js:1:2)\nshe wrote this";

/** Runs in the server before anything of ours, and throws on demand. */
function goingWrong(how: string): NodeJS.ProcessEnv {
  const code = `process.on('SIGUSR2', () => { ${how.replace('WORDS', JSON.stringify(words))} })`;
  return { NODE_OPTIONS: `--import="data:text/javascript,${encodeURIComponent(code)}"` };
}

describe('a server in which an error is caught by nobody', () => {
  let server: ServerProcess | undefined;
  afterEach(() => server?.remove());

  it.each([
    [
      'thrown',
      "const e = new TypeError(WORDS); e.code = 'ERR_ODD'; setImmediate(() => { throw e })",
    ],
    ['rejected', "const e = new TypeError(WORDS); e.code = 'ERR_ODD'; Promise.reject(e)"],
  ])('%s: says where it came from and not what it says, and ends in order', async (_how, code) => {
    server = await startServerProcess(goingWrong(code));
    const { message } = await server.slack.as('U0SORA').command('/ladder', 'senior');
    expect(message?.text).toContain('Senior Business Operations Manager');
    server.kill('SIGUSR2');
    const { code: exit, out, error } = await server.ended;
    expect({ exit, error }).toEqual({ exit: 1, error: '' });
    const line = JSON.parse(out.trim().split('\n').at(-1) ?? '');
    expect(line).toMatchObject({
      error: 'TypeError',
      code: 'ERR_ODD',
      at: expect.arrayContaining([expect.stringMatching(/^at process\.emit \(node:events:/)]),
      msg: 'an error that nobody caught; stopping',
    });
    expect(out).not.toMatch(/Rosa|desk|secret|wrote/);
  });

  it('of anything, errors or not: ends as well', async () => {
    server = await startServerProcess(goingWrong('Promise.reject(WORDS)'));
    server.kill('SIGUSR2');
    const { code, out, error } = await server.ended;
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(out).not.toMatch(/Rosa|desk|secret|wrote/);
  });
});

describe('the description of an error', () => {
  it('has the frames of its stack and nothing of its message', () => {
    const described = JSON.stringify(describeError(new Error(words)));
    expect(described).toContain('uncaught-errors.test.ts');
    expect(described).not.toMatch(/Rosa|desk|secret|wrote/);
  });

  it('has nothing of a message that was changed later', () => {
    const error = new Error(words);
    error.message = 'else';
    expect(JSON.stringify(describeError(error))).not.toMatch(/Rosa|my desk|wrote/);
  });
});
