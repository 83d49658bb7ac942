import { escapeIdentifier, escapeLiteral } from 'pg';

/**
 * Settings that the code relies on and that an operator may have changed for a role or a database.
 * They are set right after connecting, because PgBouncer refuses unknown startup parameters.
 */
const sessionSettings: Record<string, string> = {
  // The text format of values.
  client_encoding: 'UTF8',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  // How statements are parsed.
  standard_conforming_strings: 'on',
  transform_null_equals: 'off',
  array_nulls: 'on',
  row_security: 'on',
  default_table_access_method: 'heap',
  // Transactions write, see what others have committed, and fail alone, without their session.
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
  default_transaction_deferrable: 'off',
  exit_on_error: 'off',
  // The limits are set below.
  lock_timeout: '0',
  transaction_timeout: '0',
  idle_session_timeout: '0',
  client_min_messages: 'warning',
};

export interface Limits {
  /** After how many milliseconds a statement is cancelled; 0: never. */
  statementMs: number;
  /** After how many milliseconds without a statement a transaction is ended; 0: never. */
  idleMs: number;
}

/**
 * Returns all settings as one round trip. Settings that only newer servers know are skipped on
 * older ones.
 */
export function settingStatements(schema: string, { statementMs, idleMs }: Limits): string {
  const settings = {
    ...sessionSettings,
    idle_in_transaction_session_timeout: String(idleMs),
    // Temporary tables must not shadow ours.
    search_path: `${escapeIdentifier(schema)}, pg_temp`,
  };
  const rows = Object.entries(settings).map((pair) => `(${pair.map(escapeLiteral).join(', ')})`);
  return `SET statement_timeout = ${statementMs};
    SELECT set_config(name, value, false) FROM (VALUES ${rows.join(', ')}) AS setting (name, value)
    WHERE current_setting(name, true) IS NOT NULL;
    SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') = 'off'`;
}
