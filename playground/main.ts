/** `npm run playground [-- --port 4000]`: the whole product on a local Slack with made-up people. */
import { parseArgs } from 'node:util';
import { startPlayground } from './start.js';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4000' } } });

try {
  const playground = await startPlayground({ port: Number(values.port) });
  console.log(`The playground is open: ${playground.url}`);
  console.log('Everyone in it is made up, and nothing leaves this machine. Ctrl+C ends it.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void playground.stop().then(() => process.exit(0)));
  }
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(
    taken
      ? `Port ${values.port} is taken. Choose another: npm run playground -- --port 4001`
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exit(1);
}
