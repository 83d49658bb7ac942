import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Store } from '../state/store.js';
import { isFields } from '../state/types.js';
import type { Delivery, Socket } from './deliver.js';

const pingMs = 10_000;
const envelopeTypes: Record<string, string> = { command: 'slash_commands', event: 'events_api' };

/** The app's Socket Mode connections. */
export class SocketMode {
  private readonly sockets = new WebSocketServer({ noServer: true });
  private readonly open: WebSocket[] = [];
  private readonly waiting = new Map<string, (body: unknown) => void>();
  private readonly ping = setInterval(() => {
    for (const one of this.open) one.ping();
  }, pingMs);

  readonly acknowledged = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly tickets: Set<string>,
    private readonly appId: string,
  ) {
    this.ping.unref();
  }

  /** Accepts upgrades with a ticket of `apps.connections.open`. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (!this.tickets.delete(url.searchParams.get('ticket') ?? '')) {
        socket.destroy();
        return;
      }
      this.sockets.handleUpgrade(request, socket, head, (ws) => this.welcome(ws));
    });
  }

  /** Returns the connection that deliveries use: the latest one. */
  current(): Socket | undefined {
    const ws = this.open.at(-1);
    if (!ws) return undefined;
    return { send: (delivery, timeoutMs) => this.send(ws, delivery, timeoutMs) };
  }

  /** Asks the app to reconnect, then closes, as Slack does routinely. */
  disconnect(
    reason: 'refresh_requested' | 'warning' | 'link_disabled' = 'refresh_requested',
  ): void {
    for (const ws of this.open.splice(0)) {
      ws.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } }));
      ws.close();
    }
    this.store.changed('requests');
  }

  /** Throws if no socket is open. */
  sendText(text: string): void {
    const ws = this.open.at(-1);
    if (!ws) throw new Error('No socket is open.');
    ws.send(text);
  }

  close(): void {
    clearInterval(this.ping);
    for (const ws of this.open.splice(0)) ws.terminate();
    this.sockets.close();
  }

  private welcome(ws: WebSocket): void {
    this.open.push(ws);
    ws.on('close', () => {
      const index = this.open.indexOf(ws);
      if (index >= 0) this.open.splice(index, 1);
      this.store.changed('requests');
    });
    ws.on('error', () => ws.terminate());
    ws.on('message', (data) => this.received(String(data)));
    const hello = {
      type: 'hello',
      num_connections: this.open.length,
      connection_info: { app_id: this.appId },
      debug_info: { host: 'local', approximate_connection_time: 3600 },
    };
    ws.send(JSON.stringify(hello));
    this.store.changed('requests');
  }

  private send(ws: WebSocket, delivery: Delivery, timeoutMs: number) {
    const envelopeId = this.store.newId('E');
    const envelope = {
      envelope_id: envelopeId,
      type: envelopeTypes[delivery.kind] ?? 'interactive',
      payload: delivery.payload,
      accepts_response_payload: delivery.kind !== 'event',
      ...(delivery.retry && {
        retry_attempt: delivery.retry.number,
        retry_reason: delivery.retry.reason,
      }),
    };
    return new Promise<{ body: unknown } | 'timeout'>((resolve) => {
      const timer = setTimeout(() => {
        this.waiting.delete(envelopeId);
        resolve('timeout');
      }, timeoutMs);
      this.waiting.set(envelopeId, (body) => {
        clearTimeout(timer);
        this.waiting.delete(envelopeId);
        resolve({ body });
      });
      ws.send(JSON.stringify(envelope));
    });
  }

  private received(text: string): void {
    const message: unknown = JSON.parse(text);
    if (!isFields(message)) return;
    this.acknowledged.add(String(message.envelope_id));
    const { payload } = message;
    const isEmpty = isFields(payload) && Object.keys(payload).length === 0;
    this.waiting.get(String(message.envelope_id))?.(isEmpty ? undefined : payload);
  }
}
