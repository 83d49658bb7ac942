import type { IncomingMessage } from 'node:http';
import { HttpError } from '../../../runtime/http-server.js';

/** All bodies that are being read may hold so much memory together. */
const mostBytesInHand = 64 * 1024 * 1024;
let bytesInHand = 0;

/** The whole body, of `most` bytes at most. Throws HttpError if it is larger or there is no room. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Not destroyed at once when left early, so that the refusal can still be sent.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      length += (chunk as Buffer).length;
      bytesInHand += (chunk as Buffer).length;
      if (length > most) throw tooLarge();
      if (bytesInHand > mostBytesInHand) throw new HttpError(503, 'too much at once');
      chunks.push(chunk as Buffer);
    }
  } finally {
    bytesInHand -= length;
  }
  return Buffer.concat(chunks);
}

function tooLarge(): HttpError {
  return new HttpError(413, 'body too large');
}
