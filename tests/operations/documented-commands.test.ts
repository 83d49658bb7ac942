import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

const pages = [
  'README.md',
  ...readdirSync(projectPath('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** The lines of a page's shell blocks. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
}

/** The arguments of a program are visible in the machine's list of processes. */
function showsPassword(command: string): boolean {
  return /\S\s+.*(\$\{?DATABASE_URL|:\/\/[^\s/@]+:[^\s/@]+@)/.test(command.replace(/#.*$/, ''));
}

const commands = pages.flatMap((page) => commandsIn(readFileSync(projectPath(page), 'utf8')));

describe('the commands in the docs', () => {
  it('hand no password to a program where others can read it', () => {
    expect(showsPassword('pg_dump --file=ladder.dump "$DATABASE_URL"')).toBe(true);
    expect(showsPassword('pg_restore --dbname=postgresql://ladder:PASSWORD@localhost/x f')).toBe(
      true,
    );
    expect(commands.length).toBeGreaterThan(20);
    expect(commands.filter(showsPassword)).toEqual([]);
  });

  it('make an environment file that nobody else can read', () => {
    const making = commands.filter((command) => /\.env\.example .*\.env\b/.test(command));
    expect(making.length).toBeGreaterThan(0);
    for (const command of making) {
      const folder = mkdtempSync(join(tmpdir(), 'ladder-env-'));
      execFileSync('cp', [projectPath('.env.example'), folder]);
      execFileSync('sh', ['-c', command], { cwd: folder });
      expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
      rmSync(folder, { recursive: true });
    }
  });
});
