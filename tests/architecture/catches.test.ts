import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

/** An error that is caught and not looked at. */
const unseen = /catch \{|\.catch\(\(\) => (\{\}|undefined)\)/;

/** Where an error is dropped without a comment beside it, as "file:line". */
function unexplained(lines: readonly string[], file: string): string[] {
  return lines.flatMap((line, at) => {
    const around = lines.slice(Math.max(0, at - 1), at + 2);
    const explained = around.some((one) => one.includes('//'));
    return unseen.test(line) && !explained ? [`${file}:${at + 1}`] : [];
  });
}

function sources(): string[] {
  const files = readdirSync(projectPath('src'), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts') && !file.includes('generated'));
}

describe('an error that nobody looks at', () => {
  it('has a comment beside it that says why that is right', () => {
    const found = sources().flatMap((file) =>
      unexplained(readFileSync(join(projectPath('src'), file), 'utf8').split('\n'), file),
    );
    expect(found).toEqual([]);
  });

  it('is found where it has none', () => {
    expect(unexplained(['try {', '} catch {', '}'], 'one.ts')).toEqual(['one.ts:2']);
    expect(unexplained(['x', 'work().catch(() => {});', 'y'], 'two.ts')).toEqual(['two.ts:2']);
  });
});
