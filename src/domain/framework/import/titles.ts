import { oneLine } from './cell-text.js';
import { isCode } from './evidence.js';
import type { Statement } from './statements.js';

type RungCells = Statement['rung'];

/** Returns the title that cells name: the role, without a code on a line of its own, or the level. */
export function titleOf({ role, level }: RungCells): string | undefined {
  if (role) {
    const lines = role.text.split('\n').filter((line) => line.trim() !== '');
    const words = lines.filter((line) => !isCode(line));
    return oneLine((words.length > 0 ? words : lines).join('\n'));
  }
  if (!level) return undefined;
  const name = oneLine(level.text);
  return /^\d/u.test(name) && isCode(name) ? `Level ${name}` : name;
}

/** Returns the code that stands on a line of its own in the cell of a role. */
export function codeInTitle({ role }: RungCells): string | undefined {
  const lines = role?.text.split('\n').map((line) => line.trim()) ?? [];
  return lines.length > 1 ? lines.find((line) => isCode(line)) : undefined;
}
