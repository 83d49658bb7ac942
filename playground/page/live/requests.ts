import type { ActionResult } from '../../contract.js';

const silence: ActionResult = {
  ok: false,
  dispatched: false,
  problem: 'The playground is not answering. Is it still running? What you typed is still here.',
};

const mostKeptAlive = 20_000;

/** Posts one JSON body. Never throws: a lost connection returns a result with a `problem`. */
export async function post<Result extends ActionResult = ActionResult>(
  path: string,
  body: unknown,
): Promise<Result> {
  const text = JSON.stringify(body);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
      // `keepalive` sends the last typing even as the page is left; browsers limit its size.
      keepalive: text.length < mostKeptAlive,
    });
    return (await response.json()) as Result;
  } catch {
    return silence as Result;
  }
}

/** Fetches JSON; undefined if the route doesn't exist or nothing answers. */
export async function get<Result>(path: string): Promise<Result | undefined> {
  try {
    const response = await fetch(path, { headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as Result) : undefined;
  } catch {
    return undefined;
  }
}
