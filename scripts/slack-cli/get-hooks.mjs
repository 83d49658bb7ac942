// The Slack CLI asks for this first: which hooks there are, and that Ladder keeps its own connection.
import { respond } from './respond.mjs';

respond({
  runtime: 'node',
  hooks: {
    'get-manifest': 'node scripts/slack-cli/get-manifest.mjs',
    start: 'node scripts/slack-cli/start.mjs',
  },
  config: {
    'protocol-version': ['message-boundaries', 'default'],
    'sdk-managed-connection-enabled': true,
    watch: {
      app: { paths: ['src', 'ladders'], 'filter-regex': '\\.(ts|js|yaml)$' },
      manifest: { paths: ['manifest/manifest.json'] },
    },
  },
});
