import { createServer, type IncomingHttpHeaders } from 'node:http';

/** An app that only listens: it remembers what Slack sends and answers as told. */
export interface ReceivingApp {
  url: string;
  received: { headers: IncomingHttpHeaders; body: string }[];
  /** The next answers, in order; after them 200 with an empty body. */
  answers: { status?: number; headers?: Record<string, string>; body?: unknown }[];
  /** The latest body as a form. */
  form(): URLSearchParams;
  /** The latest body as JSON: an event, or the payload of an interaction. */
  json(): unknown;
  close(): Promise<void>;
}

export async function receivingApp(): Promise<ReceivingApp> {
  const received: ReceivingApp['received'] = [];
  const answers: ReceivingApp['answers'] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    const { status = 200, headers = {}, body } = answers.shift() ?? {};
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const latest = () => received.at(-1)?.body ?? '';
  const form = () => new URLSearchParams(latest());
  return {
    url: `http://127.0.0.1:${address.port}/slack/events`,
    received,
    answers,
    form,
    json: () => JSON.parse(latest().startsWith('{') ? latest() : (form().get('payload') ?? '')),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
