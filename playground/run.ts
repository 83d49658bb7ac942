import { parseArgs } from 'node:util';
import { readFrameworkPath } from '../src/config.js';
import { errorText } from '../src/runtime/error-text.js';
import { onStopSignal } from '../src/runtime/stop-signals.js';
import { startPlayground } from './start.js';
import { startSeveralWorkspaces } from './start-several.js';

const usage = 'npm run playground -- --port 4001 --people 300';
/** More would take long to start, and the page shows them all. */
const mostPeople = 2000;

/** Returns the port, and how many people and workspaces there are to be. Throws an Error in words. */
function readArguments(): { port: number; size: number; workspaces: number } {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4000' },
      people: { type: 'string', default: '0' },
      workspaces: { type: 'string', default: '1' },
    },
  });
  return {
    port: numberOf('--port', values.port, 65_535),
    size: numberOf('--people', values.people, mostPeople),
    workspaces: numberOf('--workspaces', values.workspaces, 2),
  };
}

function numberOf(name: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= most) return number;
  throw new Error(`${name} takes a whole number from 0 to ${most}, for example: ${usage}`);
}

/** Runs the playground until a signal ends it. Never throws. */
export async function run(): Promise<void> {
  try {
    const { workspaces, ...options } = readArguments();
    const start = workspaces === 2 ? startSeveralWorkspaces : startPlayground;
    const starting = start({ ...options, frameworkFile: readFrameworkPath() });
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
