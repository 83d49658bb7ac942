import type { Database } from '../../database/index.js';
import type { Framework, FrameworkVersion } from '../../domain/framework/framework.js';
import type { RenamedKey } from '../../domain/framework/renames.js';
import { parseStoredFramework } from '../../domain/framework/schema.js';
import type { FrameworkLibrary, Log } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { UnreadableVersionError } from './damaged.js';
import { type Published, type PublishInput, publish } from './publishing.js';
import { readRenames } from './renames.js';

interface Row {
  id: string;
  number: number;
  hash: string;
}

const rowFields = { id: true, number: true, hash: true } as const;

/** The library of one process: versions never change, so what was read once stays. */
export class Frameworks implements FrameworkLibrary {
  readonly #db: Database;
  readonly #log: Log | undefined;
  readonly #versions = new Map<string, FrameworkVersion>();
  readonly #current = new Map<string, FrameworkVersion>();
  /** Renames between two versions, by the ids of both. */
  readonly #renames = new Map<string, RenamedKey[][]>();
  /** The versions that were reported as unreadable. */
  readonly #reported = new Set<string>();

  constructor(db: Database, log?: Log) {
    this.#db = db;
    this.#log = log;
  }

  current(workspaceId: string): FrameworkVersion {
    const version = this.#current.get(workspaceId);
    if (!version) {
      throw new UserFacingError(
        'This workspace has no framework yet. Ask whoever runs Ladder to load one.',
      );
    }
    return version;
  }

  async version(id: string): Promise<FrameworkVersion> {
    const known = this.#versions.get(id);
    if (known) return known;
    const where = { id };
    return this.#read(
      await this.#db.frameworkVersion.findUniqueOrThrow({ where, select: rowFields }),
    );
  }

  /**
   * Publishes a framework as the workspace's next version and makes it the current one; if the
   * current one is the same document, it stays.
   */
  async publish(input: PublishInput): Promise<Published> {
    const published = await publish(this.#db, input);
    this.#makeCurrent(input.workspaceId, published.version);
    return published;
  }

  /** The same for a framework that nobody publishes by hand. */
  async use(workspaceId: string, framework: Framework): Promise<FrameworkVersion> {
    return (await this.publish({ workspaceId, framework })).version;
  }

  /**
   * Makes the newest version the current one, with one small query where it is that already. One that
   * can't be read is reported to the log once, and the newest readable one is used. Undefined if the
   * workspace has no version; throws UnreadableVersionError if none can be read.
   */
  async refresh(workspaceId: string): Promise<FrameworkVersion | undefined> {
    const current = this.#current.get(workspaceId);
    const newest = await this.#newest(workspaceId);
    if (!newest || newest.id === current?.id) return current;
    return this.#makeCurrent(workspaceId, await this.#readable(workspaceId, newest));
  }

  async renamesSince(workspaceId: string, versionId: string): Promise<RenamedKey[][]> {
    const current = this.current(workspaceId);
    if (versionId === current.id) return [];
    const between = `${versionId} ${current.id}`;
    const known = this.#renames.get(between);
    if (known) return known;
    const { number: after } = await this.version(versionId);
    const renames = await readRenames(this.#db, { workspaceId, after, upTo: current.number });
    this.#renames.set(between, renames);
    return renames;
  }

  #newest(workspaceId: string, below?: number): Promise<Row | null> {
    return this.#db.frameworkVersion.findFirst({
      where: { workspaceId, ...(below !== undefined && { number: { lt: below } }) },
      orderBy: { number: 'desc' },
      select: rowFields,
    });
  }

  async #readable(workspaceId: string, newest: Row): Promise<FrameworkVersion> {
    let row: Row | null = newest;
    while (row) {
      try {
        return this.#versions.get(row.id) ?? (await this.#read(row));
      } catch (error) {
        if (!(error instanceof UnreadableVersionError)) throw error;
        row = await this.#newest(workspaceId, row.number);
      }
    }
    throw new UnreadableVersionError(newest.number);
  }

  async #read({ id, number, hash }: Row): Promise<FrameworkVersion> {
    const alike = [...this.#versions.values()].find((version) => version.hash === hash);
    if (alike) return this.#keep({ id, number, hash, framework: alike.framework });
    const where = { id };
    const { document } = await this.#db.frameworkVersion.findUniqueOrThrow({ where });
    let framework: Framework;
    try {
      framework = parseStoredFramework(document);
    } catch (error) {
      this.#report({ id, number, hash }, error);
      throw new UnreadableVersionError(number);
    }
    return this.#keep({ id, number, hash, framework });
  }

  #report({ id, number }: Row, error: unknown): void {
    if (this.#reported.has(id)) return;
    this.#reported.add(id);
    const places = error instanceof Error ? error.message : '';
    this.#log?.error(
      { version: number, places },
      'a stored version of the ladder cannot be read; publish the ladder again, or update Ladder',
    );
  }

  #makeCurrent(workspaceId: string, version: FrameworkVersion): FrameworkVersion {
    this.#current.set(workspaceId, version);
    return this.#keep(version);
  }

  #keep(version: FrameworkVersion): FrameworkVersion {
    this.#versions.set(version.id, version);
    return version;
  }
}
