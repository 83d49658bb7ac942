import { type Figure, table } from './report.js';

/** The page `docs/performance.md`. */
export function page({
  figures,
  machine,
  date,
}: {
  figures: readonly Figure[];
  /** A line each. */
  machine: readonly string[];
  date: Date;
}): string {
  return `# Performance

Written by \`npm run bench -- --write\`; don't edit it by hand.

${table(figures)}

## Where and when

${[`Date: ${date.toISOString().slice(0, 10)}`, ...machine].map((line) => `- ${line}`).join('\n')}

## How it was measured

\`npm run bench\` starts the built server, on an embedded database of its own, and the floor, each in a process of its own, and loads them in turn from a third: floor, Ladder, Ladder, floor, so that what drifts on the machine meets both alike. The **floor** is a bare Bolt app with the same HTTP receiver that answers every command with one constant sentence. Every request is signed anew. Slack's Web API is a small server with constant answers on the same machine.

- **\`/ladder ROLE\`**: ten connections, each sending its next command when the last is answered; twelve ways to write a role, some with a competency, one misspelt. Three times four runs of six seconds after a warm-up; the figures are medians of runs.
- **\`/ladder check-in\`**: 50 commands a second at a steady pace, whether answers come or not, for 20 seconds, twice; each from another person, who has a role and a manager and opens their check-in for the first time. The clock runs from sending the command until the request for \`views.open\`, and then the one that fills the page, has reached Slack's side.
- **Start to ready**: from starting the process until \`/readyz\` says yes; the first time with an empty data directory, later with the one that it left. Five times each, medians. The floor is ready when it listens.

## How to read it

Compare Ladder with the floor in the same table; figures of different machines, or of the same one on another day, say little. "Ladder ÷ floor" above 1 is good for answers a second and bad for times. With ten connections that never pause, a time is mostly waiting for the other nine: it shows how even the answers are, and not what one person notices. The load, Slack's side and the database share the machine's cores with the server, so a machine of its own does better.
`;
}
