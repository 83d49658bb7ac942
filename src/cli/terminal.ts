import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * Asks for a line at the terminal; a secret one is not shown while it is typed or pasted. Returns
 * undefined where the input has ended.
 */
export function askAtTerminal(
  question: string,
  { secret }: { secret: boolean },
): Promise<string | undefined> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stdout.write(secret ? question : '');
  const terminal = createInterface({
    input: process.stdin,
    output: secret ? nowhere : process.stdout,
    terminal: true,
    historySize: 0,
  });
  return new Promise((resolve) => {
    let answer: string | undefined;
    // In this mode the terminal gives Ctrl+C as a key.
    terminal.once('SIGINT', () => {
      process.emit('SIGINT', 'SIGINT');
      terminal.close();
    });
    terminal.once('close', () => {
      if (secret) process.stdout.write('\n');
      resolve(answer);
    });
    terminal.question(secret ? '' : question, (line) => {
      answer = line;
      terminal.close();
    });
  });
}

/** Asks a question that is answered with yes or no; the end of the input is no. */
export async function confirmAtTerminal(question: string): Promise<boolean> {
  const answer = await askAtTerminal(`${question} [y/N] `, { secret: false });
  return /^y(es)?$/i.test((answer ?? '').trim());
}
