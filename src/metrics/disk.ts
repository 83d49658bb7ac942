import { Gauge, type Registry } from 'prom-client';
import { freeBytes } from '../system/disk.js';

/** Reads the free space of the embedded database's disk; to be called before each scrape. */
export function diskMetrics(registry: Registry, directory: string): () => Promise<void> {
  const free = new Gauge({
    name: 'ladder_data_disk_free_bytes',
    help: 'Room on the disk of DATA_DIR; absent with a Postgres server.',
    registers: [registry],
  });
  return async () => {
    await freeBytes(directory).then(
      (bytes) => free.set(bytes),
      () => free.remove(),
    );
  };
}
