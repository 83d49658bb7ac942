import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../../services/context.js';

type Client = SocketModeReceiver['client'];

/**
 * Checks envelopes before Bolt's client parses them: `null` would end the process, and an event
 * called `close` would be taken for the socket's. Messages to the socket itself pass; everything
 * else reaches the client as one type that it only passes on, with its payload unchanged:
 * `requests.ts` checks that. Invalid envelopes are dropped.
 */
export function guardEnvelopes(client: Client, log: Log): void {
  const [handle] = client.listeners('ws_message');
  if (!handle) throw new Error('The socket client has changed: nobody reads its messages.');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (data: unknown) => {
    try {
      const text = readEnvelope(data);
      if (text === undefined) log.warn({}, 'a message on the socket was no envelope');
      else await handle(text, false);
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log.error({ error: name }, 'a message on the socket could not be read');
    }
  });
}

/** The envelope as the client is to read it; undefined for what is none. */
function readEnvelope(data: unknown): string | undefined {
  if (typeof data !== 'string') return undefined;
  const envelope = parse(data);
  if (typeof envelope !== 'object' || envelope === null) return undefined;
  const { type, envelope_id } = envelope as { type?: unknown; envelope_id?: unknown };
  if (type === 'hello' || type === 'disconnect') return data;
  if (typeof envelope_id !== 'string') return undefined;
  return JSON.stringify({ ...envelope, type: 'interactive' });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Its message would quote the text.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
