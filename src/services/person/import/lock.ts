import { setTimeout as pause } from 'node:timers/promises';
import type { Transaction } from '../../../database/index.js';
import { type ImportWatch, stopIfWanted } from './progress.js';

const retryMs = 250;

/**
 * Waits for the lock of imports: two at once could close a circle of managers between them. It
 * polls, because a waiting statement would be cancelled after a few seconds.
 */
export async function takeImportLock(
  transaction: Transaction,
  { workspaceId, total, ...watch }: ImportWatch & { workspaceId: string; total: number },
): Promise<void> {
  for (let waited = 0; ; waited += 1) {
    stopIfWanted(watch);
    const free = await transaction.$queryRaw<unknown[]>`
      SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE SKIP LOCKED`;
    if (free.length > 0) return;
    if (waited % 40 === 4) watch.onProgress?.({ step: 'waiting', done: 0, total });
    await pause(retryMs);
  }
}
