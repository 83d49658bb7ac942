import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool, type QueryResult, types } from 'pg';
import { openEmbedded } from '../src/database/embedded.js';
import { readMigrations } from '../src/database/migrations.js';
import { projectPath } from '../src/project-path.js';

/**
 * Returns the SQL that migrates from `prisma/migrations` to `prisma/schema.prisma`; empty if they
 * agree. Works offline: runs Prisma's own engine as WebAssembly, on a temporary database.
 */
export async function migrationSql(): Promise<string> {
  const schema = readFileSync(projectPath('prisma', 'schema.prisma'), 'utf8');
  const scratch = mkdtempSync(join(tmpdir(), 'ladder-schema-'));
  const server = await openEmbedded(scratch);
  try {
    loadEngine();
    const schemaEngine = await engine.SchemaEngine.new(
      { datamodels: [['schema.prisma', schema]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory(adapterFor(server.url)),
    );
    const { stdout } = await schemaEngine.diff({
      from: { tag: 'migrations', ...migrationsList() },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (stdout ?? '').trim();
    return sql === '-- This is an empty migration.' ? '' : sql;
  } finally {
    await server.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * The engine needs a shadow database to replay migrations in; the temporary one serves as both.
 * Prisma's adapter doesn't know the type `"char"`, which the system tables use, so this maps it.
 */
function adapterFor(url: string) {
  const pool = new PoolWithChar({ connectionString: url });
  const factory = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await PrismaPg.prototype.connect.call(factory);
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      result.columnNames.forEach((name, column) => {
        if (pool.charColumns.has(name)) result.columnTypes[column] = ColumnTypeEnum.Character;
      });
      return result;
    };
    return adapter;
  };
  factory.connect = connect;
  factory.connectToShadowDb = connect;
  return factory;
}

/** Returns `"char"` as text, and remembers which columns had it. */
class PoolWithChar extends Pool {
  readonly charColumns = new Set<string>();

  override async query(...args: unknown[]): Promise<never> {
    const result = await (super.query as (...args: unknown[]) => Promise<QueryResult>)(...args);
    for (const field of result.fields) {
      if (field.dataTypeID !== types.builtins.CHAR) continue;
      this.charColumns.add(field.name);
      field.dataTypeID = types.builtins.TEXT;
    }
    return result as never;
  }
}

function migrationsList() {
  return {
    baseDir: projectPath('prisma', 'migrations'),
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations().map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}

/** Node can't import WebAssembly directly, so the module is instantiated here. */
function loadEngine(): void {
  const path = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const module = new WebAssembly.Module(readFileSync(path));
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': engine });
  const bindings = engine as unknown as { __wbg_set_wasm(exports: unknown): void };
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

/** The part that is used here; TypeScript has these types only together with a browser's. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: object);
    exports: { __wbindgen_start(): void };
  }
}
