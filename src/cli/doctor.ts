import { Command } from 'commander';
import type { Finding } from './doctor/finding.js';
import { type Shell, Unhappy } from './shell.js';
import { count } from './table.js';

/** `doctor`: exit code 1 if anything is wrong. */
export function doctorCommand(shell: Shell): Command {
  return new Command('doctor')
    .description('check configuration, database, Slack, manifest and framework; changes nothing')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      // Loaded when asked for: it brings all of Bolt along, which the other commands needn't wait for.
      const { examine } = await import('./doctor/examine.js');
      const findings = await examine(shell);
      shell.out(json ? JSON.stringify(findings, null, 2) : findingsText(findings, shell));
      if (findings.some(({ ok }) => !ok)) throw new Unhappy();
    });
}

function findingsText(findings: readonly Finding[], { colours }: { colours: boolean }): string {
  const width = Math.max(...findings.map(({ about }) => about.length));
  const wrong = findings.filter(({ ok }) => !ok).length;
  const lines = findings.map(({ about, ok, text }) => {
    const verdict = ok ? 'ok   ' : 'wrong';
    const shown = colours && !ok ? `\u001b[1m${verdict}\u001b[22m` : verdict;
    return `${shown}  ${about.padEnd(width)}  ${text}`;
  });
  const summary = wrong === 0 ? 'All is well.' : `${count(wrong, 'thing is', 'things are')} wrong.`;
  return [...lines, summary].join('\n');
}
