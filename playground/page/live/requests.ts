import type { ActionItemResult } from '../../contract.js';

const silence: ActionItemResult = {
  ok: false,
  dispatched: false,
  problem: 'The playground is not answering. Is it still running? What you typed is still here.',
};

const mostKeptAlive = 20_000;

/** Sends one JSON body. A lost connection comes back as a result with a `problem`, never as a throw. */
export async function post<Result extends ActionItemResult = ActionItemResult>(
  path: string,
  body: unknown,
): Promise<Result> {
  const text = JSON.stringify(body);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
      // What was typed last goes out even as the page is left; browsers take only so much of that.
      keepalive: text.length < mostKeptAlive,
    });
    return (await response.json()) as Result;
  } catch {
    return silence as Result;
  }
}

/** Fetches JSON; undefined if the route is not there or nobody answers. */
export async function get<Result>(path: string): Promise<Result | undefined> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as Result) : undefined;
  } catch {
    return undefined;
  }
}
