// Who may import whom, values and types alike. `npm run lint` holds it; tests/architecture/imports.test.ts
// sees each rule bite; `npm run imports` draws them.

/** The layers of src/, from the bottom up, each with the layers that it may import besides itself. */
const layers = {
  domain: [],
  system: ['domain'],
  config: ['domain', 'system'],
  database: ['system', 'config'],
  'framework-page': ['domain'],
  services: ['domain', 'database'],
  runtime: ['system', 'config', 'database', 'services'],
  slack: ['domain', 'system', 'config', 'services', 'runtime'],
  jobs: ['services'],
  readiness: ['system', 'database', 'services', 'runtime', 'slack'],
  metrics: ['system', 'database', 'services', 'runtime', 'slack', 'readiness'],
};

/** Files at the root of src/ that know nothing of the layers. */
const bases = 'src/(version|project-path)[.]ts';

/** Packages by the only layers that may import them; `cli` and the composition root are free. */
const packages = {
  database: '@slack/',
  services: '@slack/',
  jobs: '@slack/|@prisma/|pg(/|$)',
  slack: '@prisma/|pg(-copy-streams)?(/|$)',
  domain: '@slack/|@prisma/|(pg|pino|undici)(/|$)',
};

const forbidden = [
  {
    name: 'product-knows-only-itself',
    comment: "The product doesn't know its playground, tests and benchmarks.",
    from: { path: '^src/' },
    to: { path: '^(playground|tests|bench|scripts)/' },
  },
  ...Object.entries(layers).map(([layer, below]) => ({
    name: `layer-${layer}`,
    comment: `${layer} imports ${below.join(', ') || 'no other layer'}.`,
    from: { path: `^src/${layer}(/|[.]ts$)` },
    to: {
      path: '^src/',
      pathNot: [`^src/(${[layer, ...below].join('|')})(/|[.]ts$)`, `^${bases}$`],
    },
  })),
  ...Object.entries(packages).map(([layer, names]) => ({
    name: `packages-of-${layer}`,
    from: { path: `^src/${layer}/` },
    to: { path: `(^|node_modules/)(${names})` },
  })),
  {
    name: 'domain-does-no-io',
    comment: 'domain holds rules only.',
    from: { path: '^src/domain/' },
    to: { path: '^(fs|fs/promises|net|http|https|child_process|timers/promises)$' },
  },
  {
    name: 'circle',
    comment: 'No circle of files, types included.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'circle-of-rooms',
    comment: 'No circle of rooms: one room of a layer stands below the other.',
    scope: 'folder',
    from: { path: '^src/(domain|services)/[^/]+$' },
    to: { circular: true },
  },
  {
    name: 'engine-below-features',
    comment: 'The engine of messages imports no feature: features register their messages with it.',
    from: { path: '^src/services/delivery/' },
    to: {
      path: '^src/services/[^/]+/',
      pathNot: '^src/services/(delivery|redraw-mark|availability|errors)/',
    },
  },
  {
    name: 'services-root',
    comment: 'The files at the root of services stand below its rooms.',
    from: { path: '^src/services/[^/]+[.]ts$' },
    to: { path: '^src/services/[^/]+/' },
  },
  {
    name: 'services-door',
    comment: 'A room of services is entered by its index.ts.',
    from: { path: '^src/([^/]+/[^/]+)' },
    to: {
      path: '^src/services/[^/]+/',
      pathNot: ['^src/$1/', '^src/services/[^/]+/index[.]ts$'],
    },
  },
  {
    name: 'slack-below-features',
    comment: 'What all features share knows none of them.',
    from: { path: '^src/slack/(bolt|ui|questionnaire)/' },
    to: { path: '^src/slack/', pathNot: '^src/slack/(bolt|ui|questionnaire)/' },
  },
  {
    name: 'slack-delivery-below-features',
    comment: 'Sending knows no feature: each registers the blocks of its messages.',
    from: { path: '^src/slack/delivery/' },
    to: { path: '^src/slack/', pathNot: '^src/slack/(bolt|ui|delivery)/' },
  },
  {
    name: 'slack-links',
    comment: 'A feature is entered by its links.ts; app.ts registers it by its index.ts.',
    from: { path: '^src/slack/([^/]+)/' },
    to: {
      path: '^src/slack/[^/]+/',
      pathNot: ['^src/slack/(bolt|ui|questionnaire|delivery|$1)/', '^src/slack/[^/]+/links[.]ts$'],
    },
  },
];

export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/database/generated/' },
  },
};
