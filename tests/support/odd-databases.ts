import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { withClient } from '../../src/database/connection.js';
import { createDatabase, type ServerDatabase } from './server-database.js';

/** Databases and roles on the tests' server that are not as Ladder needs them. */
export class OddDatabases {
  readonly #databases: ServerDatabase[] = [];
  readonly #roles: string[] = [];

  /** A database, empty or (`migrated`) with Ladder's tables, in which this SQL was run. */
  async database(sql = '', { migrated = false } = {}): Promise<string> {
    const template = migrated ? inject('templateDatabase') : undefined;
    const database = await createDatabase(inject('serverUrl'), template);
    this.#databases.push(database);
    if (sql) await withClient(database.url, (client) => client.query(sql));
    return database.url;
  }

  /** An empty database in this encoding. */
  async encodedAs(encoding: string): Promise<string> {
    const name = `ladder_${randomUUID().replaceAll('-', '')}`;
    await this.#run(
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LC_COLLATE 'C' LC_CTYPE 'C'`,
    );
    const url = new URL(inject('serverUrl'));
    url.pathname = `/${name}`;
    const drop = () => this.#run(`DROP DATABASE ${name} WITH (FORCE)`);
    this.#databases.push({ name, url: url.href, drop });
    return url.href;
  }

  /** The same URL for a new role of these attributes; `ROLE` in the SQL stands for its name. */
  async asRole(url: string, attributes: string, sql = ''): Promise<string> {
    const role = `ladder_${randomUUID().slice(0, 8)}`;
    this.#roles.push(role);
    const statements = `CREATE ROLE ${role} ${attributes};${sql.replaceAll('ROLE', role)}`;
    await withClient(url, (client) => client.query(statements));
    const own = new URL(url);
    own.username = role;
    return own.href;
  }

  /** Drops all of them. */
  async remove(): Promise<void> {
    for (const { drop } of this.#databases.splice(0)) await drop();
    for (const role of this.#roles.splice(0)) await this.#run(`DROP ROLE ${role}`);
  }

  async #run(sql: string): Promise<void> {
    await withClient(inject('serverUrl'), (client) => client.query(sql));
  }
}
