import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Operator, peopleFile, startOperator } from './operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(() => operator.forget());
afterAll(() => operator.stop());

const sound = peopleFile('U0TEO,associate,,', 'U0MIKA,team-leader,,');
const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);

async function importing(content: string | Buffer) {
  const file = operator.write('people.csv', content);
  return operator.run('people', 'import', file, '--yes');
}

describe('an operator who imports a file', () => {
  it.each([
    ['with a byte order mark', `\ufeff${sound}`],
    ['of Windows', sound.replaceAll('\n', '\r\n')],
    ['of an old Mac', sound.replaceAll('\n', '\r')],
    ['with every kind of line end', sound.replace('\n', '\r\n').replace(',,\n', ',,\r')],
  ])('%s has everybody imported', async (_, content) => {
    expect((await importing(content)).out.split('\n')[0]).toBe('2 people: 2 new');
  });

  it.each([
    ['in UTF-16', bytes(`\ufeff${sound}`, 'utf16le'), 1],
    ['in Latin-1', bytes(`${sound}U0ROSA,é,,\n`, 'latin1'), 4],
    ['with a NUL byte', bytes(sound.replace('U0MIKA', 'U0\0MIKA'), 'utf8'), 3],
    ['that is a workbook', bytes('PK\x03\x04', 'latin1'), 1],
  ])('%s is told the line and to save it as UTF-8', async (_, content, line) => {
    const { code, error } = await importing(content);
    expect(code).toBe(1);
    expect(error).toMatch(new RegExp(`^people\\.csv:${line}: .*UTF-8`));
    expect(error).toContain('nothing was imported');
    expect(await operator.db.person.count()).toBe(0);
  });

  it('sees what stands in a cell, and the terminal obeys none of it', async () => {
    const { error } = await importing(peopleFile('U0TEO,\u001b[31mwizard\u202e,,'));
    expect(error).toContain('There is no role "␛[31mwizard<U+202E>"');
  });

  it('is told that a folder or a device is no such file', async () => {
    expect((await operator.run('people', 'import', '/')).error).toMatch(
      /is a directory, where a file should be \(EISDIR\)/,
    );
    expect((await operator.run('people', 'import', '/dev/zero')).error).toContain(
      'has more than 64 MB, so it is hardly a CSV file',
    );
  });
});
