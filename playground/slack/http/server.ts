import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ZodError } from 'zod';
import { paths } from '../../contract.js';
import type { Core } from '../core.js';
import { pause } from '../pause.js';
import { answerResponseUrl } from '../response-url.js';
import { CannotDo } from '../state/cannot-do.js';
import {
  fileContent,
  filesPath,
  sharedFile,
  sharedPath,
  takeUpload,
  uploadPath,
} from '../web-api/files.js';
import { makeWebApi } from '../web-api/router.js';
import { actionHandler } from './json-api.js';
import { snapshot } from './snapshot.js';
import { streamChanges } from './sse.js';

const mostBodyBytes = 2_000_000;

/** Creates the one server: Web API, response_urls, the playground's JSON API and its pages. */
export function makeServer(core: Core): Server {
  const webApi = makeWebApi(core);
  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendProblem(response, error);
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = url.pathname;
    if (path === paths.events) {
      streamChanges(core.store, response);
      return;
    }
    const bytes = await readBody(request);
    const body = bytes.toString();
    if (path.startsWith('/api/')) {
      await webApi(path.slice('/api/'.length), request, response, url.searchParams, body);
    } else if (path.startsWith(filesPath)) {
      const content = fileContent(core, path, request.headers.authorization);
      response.writeHead(content === undefined ? 404 : 200, { 'content-type': 'text/csv' });
      response.end(content ?? '');
    } else if (path.startsWith(uploadPath)) {
      const isTaken = request.method === 'POST' && takeUpload(core, path, bytes);
      response.writeHead(isTaken ? 200 : 404, { 'content-type': 'text/plain' });
      response.end(isTaken ? `OK - ${bytes.length}` : '');
    } else if (path.startsWith(sharedPath)) {
      const file = sharedFile(core, path);
      const type = { 'content-type': 'application/octet-stream' };
      response.writeHead(file ? 200 : 404, file ? { ...type, ...attachment(file.name) } : type);
      response.end(file?.content ?? '');
    } else if (path.startsWith('/response/')) {
      await handleResponseUrl(path.slice('/response/'.length), body, request, response);
    } else {
      await handlePlayground(request.method ?? 'GET', path, body, response);
    }
  }

  async function handleResponseUrl(
    key: string,
    body: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const fault = core.faults.take('response_url');
    if (fault.delayMs !== undefined) await pause(fault.delayMs);
    const answer = fault.drop === 'before' ? undefined : answerResponseUrl(core, key, body, fault);
    if (fault.drop !== undefined || !answer) request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.body);
  }

  async function handlePlayground(
    method: string,
    path: string,
    text: string,
    response: ServerResponse,
  ): Promise<void> {
    if (method === 'GET' && path === paths.state) return sendJson(response, 200, snapshot(core));
    const action = method === 'POST' ? actionHandler(path) : undefined;
    if (action) return sendJson(response, 200, await action(core, parse(text)));
    const page = method === 'GET' ? await core.options.pages?.(path) : undefined;
    if (page) {
      response.writeHead(page.status ?? 200, { 'content-type': page.contentType });
      response.end(page.body);
      return;
    }
    const extra = core.options.extra?.(method, path, text === '' ? undefined : parse(text));
    if (extra) return sendJson(response, 200, await extra);
    sendJson(response, 404, { ok: false, problem: `There is nothing at ${method} ${path}.` });
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function sendProblem(response: ServerResponse, error: unknown): void {
  if (error instanceof ZodError) {
    const problems = error.issues.map((one) => `${one.path.join('.') || 'body'}: ${one.message}`);
    sendJson(response, 400, { ok: false, dispatched: false, problem: problems.join('; ') });
  } else if (error instanceof CannotDo) {
    sendJson(response, 400, { ok: false, dispatched: false, problem: error.message });
  } else {
    console.error(error);
    sendJson(response, 500, { ok: false, dispatched: false, problem: String(error) });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotDo('The body must be JSON.');
  }
}

function attachment(name: string): Record<string, string> {
  return { 'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"` };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBodyBytes) throw new CannotDo('The body is larger than 2 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
