import { table } from './report.js';
import type { KeptResult } from './results.js';

/** Returns the page `docs/performance.md`: each scenario with its last measurement. */
export function page(
  scenarios: readonly string[],
  results: Readonly<Record<string, KeptResult>>,
): string {
  return `${introduction}\n${scenarios.map((name) => section(name, results[name])).join('\n')}`;
}

function section(scenario: string, result: KeptResult | undefined): string {
  const { title, how } = about[scenario] ?? { title: scenario, how: '' };
  return `## ${title}

${how}

${result ? measurement(result) : 'Not measured yet.'}

Measure it anew: \`npm run bench -- --write ${scenario}\`
`;
}

function measurement(result: KeptResult): string {
  const { day, commit, load, loadAfter, machine, figures } = result;
  const others = load > 0.5 ? ' (other work was running)' : '';
  const after = loadAfter === undefined ? '' : `, after it ${loadAfter.toFixed(2)}`;
  return `${table(figures)}

Measured on ${day} at ${commit}; load average before ${load.toFixed(2)}${others}${after}; ${machine}.`;
}

const introduction = `# Performance

Written by \`npm run bench -- --write\` from \`bench/results.json\`; don't edit it by hand.

\`npm run bench\` starts the built server, on an embedded database of its own, and the floor, each in a process of its own, and loads them in turn from a third: the floor, Ladder, Ladder, the floor, so that what drifts on the machine meets both alike. Every request is signed anew. Slack's Web API is a small server with constant answers on the same machine, so no network is in the figures.

The **floor** is a bare Bolt app with the same HTTP receiver that answers constants: here the very answers that Ladder gives, recorded beforehand. A second floor answers every command with one short sentence.

## How to read it

- Compare Ladder with what stands beside it: the floor, where the name says nothing else. Figures of two machines, or of one on two days, say little about each other.
- Where answers a second are counted, more is better; everywhere else less is. With ten connections that never pause a time is mostly waiting for the other nine: it shows how even the answers are, not what one person notices.
- A role's definition has up to 12,000 characters. What it takes to write so much and to read it at the other end is what the two floors differ in, and no program is spared it; the aim is therefore set against the floor with the same answers.
- The load, Slack's side and the database share the machine's cores with the server. On the embedded database a page takes some ten statements of about a millisecond, so 50 first openings a second fill half a core; nothing of that stands before \`views.open\`.
`;

/** What each scenario measures, by its name. */
const about: Record<string, { title: string; how: string }> = {
  role: {
    title: '`/ladder ROLE`',
    how: 'Twelve ways to write a role, some with a competency, one misspelt. First 50 commands a second at a steady pace, whether answers come or not, six runs each: what a person waits. Then without a pause: ten connections, each sending its next command when the last is answered, three rounds of runs of six seconds after a warm-up; the figures are medians of the runs. These have no aim: people type a few commands a minute.',
  },
  'check-in': {
    title: '`/ladder check-in`',
    how: "50 commands a second at a steady pace, whether answers come or not, for 20 seconds, twice; each from another person, who has a role and a manager and opens their check-in for the first time. The clock runs from sending the command until the request for `views.open`, and then the one that fills the page from the database, has reached Slack's side.",
  },
  start: {
    title: 'Start to ready',
    how: `From starting the process until \`/readyz\` says yes; the first time with an empty data directory, later with the one that it left. Five times each, medians. The floor is ready when it listens. Memory is that of Ladder, Postgres and what waits beside it, right after each start; what they share is counted once.

Measured once, in turn with the version that ran PGlite, on this machine while much other work ran on it (2026-11-28, load 17), so only the relations say something: the first start took 0.7 and later starts 0.55 of what they took before, medians of five; memory once ready was 218 MB and not 393 MB.`,
  },
  planning: {
    title: 'Planning a digest day',
    how: "A made-up company in a Postgres server of its own, with the durability that a new one has; 10,000 managers have 10 reports each and twelve quarterly cycles behind them (check-ins with answers, assessments, conversations, actions, deliveries: some 25 million rows). It is two weeks before the review, in the morning of everybody's day, so that reminders for all and digests for the managers come up in the same minute. A process of its own plans it once, then the minute after it; and the rows that came of it are written once more in one statement. Beside it stands **the plain way**: the same rules with queries for each person, as one would write it first; the teams of 100 managers are measured, and that is multiplied. Memory is the process's resident memory, looked at every 10 ms; companies of 1,000 and 5,000 managers have one past cycle.",
  },
  history: {
    title: 'With 12 past cycles',
    how: 'Two companies of 11,000 people, one with twelve cycles behind it and one with none, on one Postgres server, each with a Ladder of its own; asked in turn, one request at a time. `/ladder team` is measured until the list has come, saving a page until the next page has.',
  },
  backup: {
    title: 'A backup of 100,000 people',
    how: "The company of the planning day with nine reports a manager, in the same sort of server; `backup` of it and `restore` into an empty database beside Postgres' own tools, one after the other. `restore` also goes through what may have been sent since. Memory is the highest that Linux has noted of the process.",
  },
  import: {
    title: 'An import of 110,000 people',
    how: 'A file with a role, a manager and a day for each, eight people to a manager, into an empty database on a Postgres server of its own, without Slack; the whole command in a process of its own, then once more, when nothing has changed. Beside it stands writing the same rows, already in the database, in one statement.',
  },
  sending: {
    title: 'Messages a second',
    how: "A sender in a process of its own, at the usual pace of 240 a minute; Slack's side takes 150 ms for each message. Counted after the burst of the first ten seconds.",
  },
  workspaces: {
    title: '100 workspaces',
    how: 'All in one process, each at a pace of 60 a minute; from the start of the process, which plans what is due, to the last message of all.',
  },
  ladders: {
    title: 'Large ladders',
    how: "The built-in ladder, and the same 41 times over with titles and tracks of their own, each on a Ladder of its own; their roles are looked up by title in turn, as in `/ladder ROLE` above. The largest ladder has 205 roles in 52 tracks, 188 competencies of which a role asks 22, and texts of up to 855 characters; checking it is the whole command in a process of its own, five times, median. Memory is what a process's heap grows by when it reads a version from its stored text and has looked up all of its roles.",
  },
  publishing: {
    title: 'Publishing to 10,000 people',
    how: "A version that changes everybody's role, on a Postgres server of its own; first what the minute job takes to record a message for each. A sender in a process of its own then sends them at the usual pace of 240 a minute, Slack's side taking 150 ms for each; counted for a minute, after the burst of the first ten seconds.",
  },
};
