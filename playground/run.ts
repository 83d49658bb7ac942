import { parseArgs } from 'node:util';
import { readFrameworkPath } from '../src/config.js';
import { errorText } from '../src/runtime/error-text.js';
import { onStopSignal } from '../src/runtime/stop-signals.js';
import { startPlayground } from './start.js';

const usage = 'npm run playground -- --port 4001';

/** Returns the requested port. Throws an Error in words. */
function readPort(): number {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4000' } } });
  const port = Number(values.port);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`--port takes a whole number from 0 to 65535, for example: ${usage}`);
}

/** Runs the playground until a signal ends it. Never throws. */
export async function run(): Promise<void> {
  try {
    const starting = startPlayground({ port: readPort(), frameworkFile: readFrameworkPath() });
    onStopSignal(() => {
      starting
        .then((playground) => playground.stop())
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
    const { url, dataDirectory } = await starting;
    console.log(`The playground is open: ${url}`);
    console.log(
      `For the command line beside it: DATA_DIR=${dataDirectory} npm run ladder -- --help`,
    );
    console.log('Everyone in it is made up, and nothing leaves this machine. Ctrl+C ends it.');
  } catch (error) {
    console.error(errorText(error, { port: '--port', host: 'the address' }));
    process.exit(1);
  }
}
