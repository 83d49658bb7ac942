import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

describe('when the database is away', () => {
  let ladder: TestLadder;
  beforeAll(async () => {
    ladder = await startTestLadder();
    await ladder.as('Teo').command('/ladder', 'me');
  });
  beforeEach(() => ladder.database.cut());
  afterAll(() => ladder.stop());

  it('a role is still shown, because it comes from memory', async () => {
    const { message } = await ladder.as('Teo').command('/ladder', 'senior');
    expect(JSON.stringify(message)).toContain('Senior Business Operations Manager');
  });

  it('Teo is told so, with what to do and a reference that stands in the log', async () => {
    const teo = ladder.as('Teo');
    await teo.command('/ladder', 'me');
    const answer = await ladder.slack.waitFor(() =>
      teo.messages().find(({ text }) => text.includes('the database is not answering')),
    );
    const [, reference] = answer.text.match(/\(ref (\w{6})\)/) ?? [];
    expect(answer.text).toContain('try again in a minute');
    expect(JSON.stringify(ladder.logged)).toContain(`"reference":"${reference}"`);
  });

  it('/readyz says what is wrong, and /healthz that the process lives', async () => {
    const url = `http://127.0.0.1:${ladder.ladder.port}`;
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      ready: false,
      problems: [expect.stringMatching(/^The database is not answering\. Check that the server/)],
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('everything works again as soon as it is back', async () => {
    ladder.database.restore();
    const teo = ladder.as('Teo');
    const before = teo.messages().length;
    await teo.command('/ladder', 'me');
    const answer = await ladder.slack.waitFor(() => teo.messages()[before]);
    expect(answer.text).not.toContain('not answering');
  });
});

describe("when the database's disk is full", () => {
  let ladder: TestLadder;
  beforeAll(async () => {
    ladder = await startTestLadder();
    const { db } = ladder.ladder.context;
    await db.$executeRaw`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END $$`;
    await db.$executeRaw`
      CREATE TRIGGER full_disk BEFORE UPDATE ON person EXECUTE FUNCTION refuse()`;
  });
  afterAll(() => ladder.stop());

  it('who wants to save something is told so, and to tell whoever runs Ladder', async () => {
    const sora = ladder.as('Sora');
    await sora.command('/ladder', 'me');
    const aboutSora = await ladder.slack.waitFor(() => sora.messages().at(-1));
    await sora.click(aboutSora, 'Change');
    await ladder.slack.waitFor(() => sora.modal());
    const { errors } = await sora.submit();
    await sora.close();
    expect(JSON.stringify(errors)).toMatch(
      /the database's disk is full\. Nothing that was saved is lost; tell whoever runs Ladder/,
    );
    expect(JSON.stringify(ladder.logged)).toContain('"sqlState":"53100"');
  });
});
