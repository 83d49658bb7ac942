import type { Database, Transaction } from '../../database/index.js';
import type { Framework, FrameworkVersion } from '../../domain/framework/framework.js';
import { frameworkHash } from '../../domain/framework/hash.js';
import { parseStoredFramework } from '../../domain/framework/schema.js';
import type { FrameworkLibrary } from '../context.js';
import { UserFacingError } from '../errors/index.js';

/** The library of one process: versions never change, so what was read once stays. */
export class Frameworks implements FrameworkLibrary {
  readonly #db: Database;
  readonly #versions = new Map<string, FrameworkVersion>();
  readonly #current = new Map<string, FrameworkVersion>();

  constructor(db: Database) {
    this.#db = db;
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
    const row = await this.#db.frameworkVersion.findUniqueOrThrow({ where: { id } });
    const { number, hash } = row;
    return this.#keep({ id, number, hash, framework: parseStoredFramework(row.document) });
  }

  /**
   * Makes this framework the workspace's current one: a new version if the document is new, the
   * version that it was if it was there before.
   */
  async use(workspaceId: string, framework: Framework): Promise<FrameworkVersion> {
    const hash = frameworkHash(framework);
    const where = { workspaceId_hash: { workspaceId, hash } };
    // It nearly always exists, and reading it needs no lock.
    const there = await this.#db.frameworkVersion.findUnique({ where });
    const add = async (transaction: Transaction) => {
      // Two instances that start together must not both take the next number.
      await transaction.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
      const known = await transaction.frameworkVersion.findUnique({ where });
      if (known) return known;
      const count = await transaction.frameworkVersion.count({ where: { workspaceId } });
      return transaction.frameworkVersion.create({
        data: { workspaceId, hash, number: count + 1, document: { ...framework } as object },
      });
    };
    const row = there ?? (await this.#db.$transaction(add));
    await this.#keepRoleKeys(workspaceId, framework);
    const version = this.#keep({ id: row.id, number: row.number, hash, framework });
    this.#current.set(workspaceId, version);
    return version;
  }

  /** Reads the newest version from the database, for a process that loads no file itself. */
  async load(workspaceId: string): Promise<FrameworkVersion | undefined> {
    const row = await this.#db.frameworkVersion.findFirst({
      where: { workspaceId },
      orderBy: { number: 'desc' },
      select: { id: true },
    });
    if (!row) return undefined;
    const version = await this.version(row.id);
    this.#current.set(workspaceId, version);
    return version;
  }

  /** Takes no lock where they are the same as before. */
  async #keepRoleKeys(workspaceId: string, framework: Framework): Promise<void> {
    const roleKeys = framework.roles.map(({ key }) => key);
    await this.#db.$executeRaw`
      UPDATE workspace SET role_keys = ${roleKeys}
      WHERE id = ${workspaceId}::uuid AND role_keys IS DISTINCT FROM ${roleKeys}`;
  }

  #keep(version: FrameworkVersion): FrameworkVersion {
    this.#versions.set(version.id, version);
    return version;
  }
}
