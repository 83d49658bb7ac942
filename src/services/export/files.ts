import type { Exported } from './export.js';
import { exportPage } from './page.js';

/** Returns an export as files: a page to read, and JSON for other programs. By their names. */
export function exportFiles(
  data: Exported,
  { name, madeAt }: { name: string; madeAt: Date },
): Record<string, string> {
  return {
    'data.json': `${JSON.stringify({ madeAt: madeAt.toISOString(), ...data }, null, 2)}\n`,
    'data.html': exportPage(data, { name, madeAt }),
  };
}
