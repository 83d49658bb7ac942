// Stops with an error unless TEST_DATABASE_URL names a Postgres server that answers.
import pg from 'pg';

const url = process.env.TEST_DATABASE_URL;
if (!url) {
  console.error('Set TEST_DATABASE_URL to a Postgres server on which databases may be created.');
  process.exit(1);
}
const client = new pg.Client({ connectionString: url });
try {
  await client.connect();
  await client.end();
} catch (error) {
  console.error(
    `The Postgres server of TEST_DATABASE_URL doesn't answer: ${error instanceof Error ? error.message : error}`,
  );
  process.exit(1);
}
