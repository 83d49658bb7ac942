import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
  await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
});
afterAll(() => operator.stop());

async function filesIn(archive: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const tar = extract();
  tar.end(gunzipSync(readFileSync(archive)));
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(Buffer.from(chunk as Uint8Array));
    files[entry.header.name] = Buffer.concat(chunks).toString();
  }
  return files;
}

const folder = () => operator.environment.DATA_DIR ?? '';
const leftOver = (file: string) =>
  readdirSync(dirname(file)).filter(
    (name) => name.includes(basename(file)) && name.startsWith('.'),
  );

it('writes an archive for its owner alone, to read and for programs', async () => {
  const { id: personId, workspaceId } = await operator.db.person.findFirstOrThrow({
    where: { slackUserId: 'U0TEO' },
  });
  const note = '<script>alert("hi")</script> & more';
  const day = new Date('2027-03-01');
  await operator.db.evidence.create({
    data: { workspaceId, personId, note, happenedOn: day, createdAt: day },
  });
  const file = join(folder(), 'teo.tar.gz');
  const { code, out } = await operator.run('people', 'export', 'U0TEO', file);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`Wrote ${file}`) });
  expect(out).not.toContain('alert');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(leftOver(file)).toEqual([]);

  const files = await filesIn(file);
  expect(Object.keys(files)).toEqual(['data.json', 'data.html']);
  expect(JSON.parse(files['data.json'] ?? '')).toMatchObject({
    madeAt: '2027-03-02T15:00:00.000Z',
    person: [
      {
        slack_user_id: 'U0TEO',
        manager_id: 'Mika Manager',
        role_key: 'Business Operations Associate',
      },
    ],
    evidence: [{ note, happened_on: '2027-03-01' }],
  });
  const page = files['data.html'] ?? '';
  expect(page).not.toContain('<script');
  expect(page).toContain('&#60;script&#62;alert(&#34;hi&#34;)&#60;/script&#62; &#38; more');
  expect(page).not.toMatch(/(src|href)=/);
  expect(await operator.db.accessLogEntry.count({ where: { subjectId: personId } })).toBe(1);
});

it('replaces no file, and writes and records nothing where it can’t do all of it', async () => {
  const before = await operator.db.accessLogEntry.count();
  const there = operator.write('there.tar.gz', 'something else');
  expect(await operator.run('people', 'export', 'U0TEO', there)).toMatchObject({
    code: 1,
    error: expect.stringContaining(`${there} exists already. Give a new name.`),
  });
  expect(readFileSync(there, 'utf8')).toBe('something else');

  const file = join(folder(), 'nobody.tar.gz');
  expect(await operator.run('people', 'export', 'U0NOBODY', file)).toMatchObject({
    code: 1,
    error: expect.stringContaining('Nobody here is called u0nobody.'),
  });
  const nowhere = join(folder(), 'no', 'such', 'folder.tar.gz');
  expect(await operator.run('people', 'export', 'U0TEO', nowhere)).toMatchObject({
    code: 1,
    error: expect.stringContaining('Nothing was written.'),
  });
  expect(readdirSync(folder()).filter((name) => /nobody|no$/.test(name))).toEqual([]);
  expect(await operator.db.accessLogEntry.count()).toBe(before);
});
