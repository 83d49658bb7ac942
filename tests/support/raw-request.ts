import { connect } from 'node:net';

/**
 * Sends bytes to a port as they are, HTTP or not, and returns what came back until the other side hung
 * up, or nothing came any more for `patienceMs`.
 */
export function sendRaw(
  port: number,
  bytes: string | Buffer,
  { patienceMs = 5_000 } = {},
): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(patienceMs, done);
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', done);
    socket.on('close', done);
  });
}

/** The status of an answer; undefined where there is none. */
export function statusOf(answer: string): number | undefined {
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** A request line and a few headers, in the way of somebody who doesn't care for answers to come. */
export function requestText(line: string, headers: string[] = [], body = ''): string {
  return `${[line, 'Host: ladder', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n${body}`;
}
