/** `npm run playground [-- --port 4000 --people 300]`: runs Ladder on a local Slack with made-up people. */
import entry from '../src/entry.cjs';

entry.begin(() => import('./run.js'));
