import { Command } from 'commander';
import { count } from '../../domain/text/count.js';
import { CommandFailed, type Shell } from '../shell.js';
import type { Finding } from './finding.js';

/** `doctor`: exit code 1 if anything is wrong. */
export function doctorCommand(shell: Shell): Command {
  return new Command('doctor')
    .description('check configuration, database, Slack, manifest and framework; changes nothing')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      // Loaded on demand: it imports all of Bolt, which would slow down the other commands.
      const { examine } = await import('./examine.js');
      const findings = await examine(shell);
      shell.out(json ? JSON.stringify(findings, null, 2) : findingsText(findings, shell));
      if (findings.some(({ ok }) => !ok)) throw new CommandFailed();
    });
}

function findingsText(findings: readonly Finding[], { colours }: { colours: boolean }): string {
  const width = Math.max(...findings.map(({ about }) => about.length));
  const lines = findings.map((finding) => {
    const { about, ok, text } = finding;
    const verdict = verdictOf(finding).padEnd(5);
    const shown = colours && !ok ? `\u001b[1m${verdict}\u001b[22m` : verdict;
    return `${shown}  ${about.padEnd(width)}  ${text}`;
  });
  return [...lines, summary(findings)].join('\n');
}

const verdictOf = ({ ok, starts }: Finding) => (ok ? 'ok' : starts ? 'look' : 'wrong');

function summary(findings: readonly Finding[]): string {
  const [wrong = 0, warnings = 0] = ['wrong', 'look'].map(
    (verdict) => findings.filter((finding) => verdictOf(finding) === verdict).length,
  );
  if (wrong + warnings === 0) return 'All is well.';
  const toRead = count(warnings, 'thing needs', 'things need');
  if (wrong === 0) return `Ladder can start, and ${toRead} a look.`;
  const isWrong = `${count(wrong, 'thing is', 'things are')} wrong`;
  return warnings === 0 ? `${isWrong}.` : `${isWrong}, and ${toRead} a look.`;
}
