/**
 * Calls of each command, as its help shows them below what it takes. Each is without what calls the
 * command line; tests/cli/examples.test.ts runs them all.
 */
const examples: Readonly<Record<string, readonly string[]>> = {
  setup: [
    'setup --link',
    'setup --link --address https://ladder.example.com',
    'setup --link --several --address https://ladder.example.com',
  ],
  'people import': ['people import people.csv --dry-run', 'people import people.csv --yes'],
  'people list': ['people list', 'people list --csv > people.csv'],
  'people show': ['people show U024BE7LH'],
  'people set': [
    'people set U024BE7LH --role senior --since 2026-03-02',
    'people set U024BE7LH --manager U0G9QF9C6',
  ],
  'people admin add': ['people admin add U024BE7LH'],
  'people admin remove': ['people admin remove U024BE7LH'],
  'people remove': ['people remove U024BE7LH --yes'],
  'people export': ['people export U024BE7LH rosa.tar.gz'],
  'people erase': ['people erase U024BE7LH --yes'],
  'people readmit': ['people readmit U024BE7LH'],
  'cycle open': ['cycle open --review-on 2027-03-24'],
  'cycle add': ['cycle add --review-on 2027-05-12 --name "Spring review" --yes'],
  'cycle move': ['cycle move "Q1 2027" --review-on 2027-04-07 --yes'],
  'cycle close': ['cycle close "Q1 2027" --yes'],
  'cycle cancel': ['cycle cancel "Q2 2027" --yes'],
  'cycle list': ['cycle list'],
  'cycle show': ['cycle show "Q1 2027"'],
  'cycle status': ['cycle status', 'cycle status "Q1 2027" --csv > status.csv'],
  'cycle exclude': ['cycle exclude "Q1 2027" U024BE7LH U0G9QF9C6 --until 2027-03-15 --yes'],
  'cycle include': ['cycle include "Q1 2027" U024BE7LH --yes'],
  'cycle nudge': ['cycle nudge "Q1 2027" --yes', 'cycle nudge "Q1 2027" U024BE7LH --yes'],
  'workspaces list': ['workspaces list'],
  'workspaces rotate-keys': ['workspaces rotate-keys'],
  'settings show': ['settings show'],
  'settings set': [
    'settings set cadence half_yearly --yes',
    'settings set country_hours "Europe/Madrid 8-15; Asia/Dubai 9-18 mon-thu" --yes',
    'settings set days_off 2027-12-24,2027-12-27..2027-12-31 --yes',
    'settings set admins U024BE7LH,U0G9QF9C6 --yes',
  ],
  'settings log': ['settings log'],
  'retention preview': ['retention preview'],
  'reminders preview': ['reminders preview', 'reminders preview --on 2027-03-15T09:00'],
  'reminders send': ['reminders send', 'reminders send --early --cycle "Q1 2027" --yes'],
  problems: ['problems', 'problems --csv > problems.csv'],
  'deliveries list': [
    'deliveries list --state failed,unknown',
    'deliveries list --person U024BE7LH --cycle "Q1 2027" --limit 10',
  ],
  'deliveries why': ['deliveries why 9c2e41d7'],
  'deliveries retry': ['deliveries retry 9c2e41d7'],
  'deliveries drop': [
    'deliveries drop 9c2e41d7',
    'deliveries drop --all-due --kind invitation --yes',
  ],
  'framework check': ['framework check my-ladder.yaml'],
  'framework show': ['framework show my-ladder.yaml'],
  'framework diff': [
    'framework diff my-ladder.yaml',
    'framework diff my-old-ladder.yaml my-ladder.yaml',
  ],
  'framework import': ['framework import ladder.csv --map "role=Job title" > my-ladder.yaml'],
  'framework page': ['framework page ladders/business-operations.yaml --out ladder.html'],
  'framework publish': ['framework publish my-ladder.yaml --note "Clearer titles" --yes'],
  'framework versions': ['framework versions'],
  backup: ['backup ladder-2027-03-10.tar.gz'],
  'backup verify': ['backup verify ladder-2027-03-10.tar.gz'],
  restore: ['restore ladder-2027-03-10.tar.gz --ran-until 2027-03-10T14:00'],
  'after-restore': ['after-restore --ran-until 2027-03-10T14:00'],
  doctor: ['doctor', 'doctor --json'],
};

/** Returns the end of a command's help: its examples, or nothing where it has none. */
export function examplesText(command: string): string {
  const calls = examples[command] ?? [];
  if (calls.length === 0) return '';
  const lines = calls.map(
    (call) => `  npm run${isRead(call) ? ' --silent' : ''} ladder -- ${call}`,
  );
  return ['', calls.length > 1 ? 'Examples:' : 'Example:', ...lines].join('\n');
}

/** What goes into a file is without npm's own lines. */
function isRead(call: string): boolean {
  return / > |--json/.test(call);
}
