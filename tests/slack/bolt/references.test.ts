import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import type { RecordedLine } from '../../support/recording-log.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder();
});
beforeEach(() => {
  ladder.logged.length = 0;
});
afterAll(() => ladder.stop());

/** Waits for the line that ends a request of this person. */
async function endOfRequest(user: string): Promise<RecordedLine & { fields: Ended }> {
  const isEnd = ({ fields }: RecordedLine) => 'totalMs' in fields && fieldsOf(fields).user === user;
  await ladder.slack.waitFor(() => ladder.logged.some(isEnd));
  return ladder.logged.find(isEnd) as RecordedLine & { fields: Ended };
}

interface Ended {
  reference: string;
  request: string;
  kind: string;
  over: string;
  outcome: string;
  ackMs: number;
  totalMs: number;
  user: string;
}

const fieldsOf = (fields: object) => fields as Ended;
const linesWith = (reference: string) =>
  ladder.logged.filter(({ fields }) => fieldsOf(fields).reference === reference);

describe('a request', () => {
  it('is told of in one line at its end: what, how, and when', async () => {
    await ladder.as('Teo').command('/ladder', 'senior');
    const { level, fields } = await endOfRequest('U0TEO');
    expect({ level, fields }).toEqual({
      level: 'debug',
      fields: {
        reference: expect.stringMatching(/^\w{6}$/),
        request: '/ladder',
        kind: 'command',
        over: 'http',
        outcome: 'answered',
        ackMs: expect.any(Number),
        totalMs: expect.any(Number),
        team: 'T0PLAYGROUND',
        user: 'U0TEO',
      },
    });
  });

  it('has one reference on all its lines, those about calls to Slack too', async () => {
    await ladder.as('Teo').command('/ladder', 'me');
    const { fields } = await endOfRequest('U0TEO');
    const sentences = linesWith(fields.reference).map(({ sentence }) => sentence);
    expect(sentences).toEqual(['Slack was called', 'a request was answered']);
  });

  it("has its own reference beside others' that run at the same time", async () => {
    await Promise.all(
      ['Teo', 'Rosa', 'Sora'].map((name) => ladder.as(name).command('/ladder', 'me')),
    );
    const ends = await Promise.all(['U0TEO', 'U0ROSA', 'U0SORA'].map(endOfRequest));
    const references = ends.map(({ fields }) => fields.reference);
    expect(new Set(references).size).toBe(3);
    expect(references.map((reference) => linesWith(reference).length)).toEqual([2, 2, 2]);
  });

  it('that fails shows the person the reference of all its lines', async () => {
    ladder.database.cut();
    const teo = ladder.as('Teo');
    const before = teo.messages().length;
    await teo.command('/ladder', 'me');
    const { fields, level } = await endOfRequest('U0TEO');
    ladder.database.restore();
    const answer = await ladder.slack.waitFor(() => teo.messages()[before]);
    expect(answer.text).toContain(`(ref ${fields.reference})`);
    expect({ level, outcome: fields.outcome }).toEqual({ level: 'info', outcome: 'failed' });
    expect(linesWith(fields.reference).map(({ sentence }) => sentence)).toContain(
      'a request failed',
    );
  });

  it("quotes nothing that people write, not even a command's words", async () => {
    await ladder.as('Teo').command('/ladder', 'search something private');
    await endOfRequest('U0TEO');
    expect(JSON.stringify(ladder.logged)).not.toMatch(/something|private/);
  });
});
