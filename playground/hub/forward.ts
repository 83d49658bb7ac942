import type { IncomingMessage, ServerResponse } from 'node:http';

/** Reads a body as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const passedOn = ['content-type', 'authorization', 'cookie'];
const passedBack = [
  ...['content-type', 'retry-after', 'x-oauth-scopes', 'x-accepted-oauth-scopes'],
  ...['location', 'set-cookie', 'content-security-policy'],
];

/** Sends a request on to another address, and its answer back. Rejects where the connection breaks. */
export async function forward(
  url: string,
  { method = 'GET', headers }: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const own = passedOn.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as [string, string]] : [];
  });
  const answered = await fetch(url, {
    method,
    headers: own,
    redirect: 'manual',
    ...(method !== 'GET' && { body }),
  });
  const text = await answered.text();
  for (const name of passedBack) {
    const value = answered.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.writeHead(answered.status).end(text);
}
