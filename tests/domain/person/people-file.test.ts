import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeopleFile } from '../../../src/domain/person/people-file.js';

const header = 'slack_user_id,role,manager_slack_user_id,started_on';
const read = (...lines: string[]) => readPeopleFile(lines.join('\n'));
const ids = (text: string) => readPeopleFile(text).rows.map(({ slackUserId }) => slackUserId);

describe('a people file', () => {
  it('becomes rows with their line numbers', () => {
    expect(read(header, 'U0TEO,associate,U0MIKA,2026-03-02')).toEqual({
      rows: [
        {
          line: 2,
          slackUserId: 'U0TEO',
          role: 'associate',
          managerSlackUserId: 'U0MIKA',
          startedOn: '2026-03-02',
        },
      ],
      problems: [],
    });
  });

  it.each([
    ['with a byte order mark', `\uFEFF${header}\nU0TEO,,,\n`],
    ['with Windows line ends', `${header}\r\nU0TEO,,,\r\n`],
    ['with empty lines', `\n${header}\n\n\nU0TEO,,,\n\n`],
    ["with a spreadsheet's empty rows", `${header}\nU0TEO,,,\n,,,\n`],
    ['with spaces round the values', `${header}\n  U0TEO , , ,\n`],
    [
      'with its columns in another order',
      'role,slack_user_id,started_on,manager_slack_user_id\n,U0TEO,,',
    ],
    [
      'with titles as people write them',
      'Slack User ID,Role,Manager slack-user-id,Started on\nU0TEO,,,',
    ],
    ['with semicolons', `${header.replaceAll(',', ';')}\nU0TEO;;;`],
    ['with tabs', `${header.replaceAll(',', '\t')}\nU0TEO\t\t\t`],
    ['with quotation marks', `${header}\n"U0TEO","","",""`],
  ])('is read %s', (_, text) => {
    expect({ ids: ids(text), problems: readPeopleFile(text).problems }).toEqual({
      ids: ['U0TEO'],
      problems: [],
    });
  });

  it('keeps the lines of the file after empty ones and quoted line breaks', () => {
    const { rows } = read('', header, '', 'U0TEO,"a\nb",,', 'U0ROSA,,,');
    expect(rows.at(-1)?.line).toBe(6);
  });

  it.each([
    [
      'is empty',
      '',
      1,
      'The file is empty. Its first line must be slack_user_id,role,manager_slack_user_id,started_on.',
    ],
    ['has only its first line', header, 1, 'There is nobody in the file. Add a line each.'],
    [
      'has a misspelt column',
      `${header.replace('role', 'rolle')}\nU0TEO,,,`,
      1,
      'There is no column "rolle". Did you mean role?',
    ],
    ...['__proto__', 'constructor', 'toString'].map((name): [string, string, number, string] => [
      `has a column that is called ${name}`,
      `${header},${name}\nU0TEO,,,,`,
      1,
      `There is no column "${name}". Take it out; the columns are slack_user_id, role, manager_slack_user_id, started_on.`,
    ]),
    [
      'has a column of its own',
      `${header},salary\nU0TEO,,,,`,
      1,
      'There is no column "salary". Take it out; the columns are slack_user_id, role, manager_slack_user_id, started_on.',
    ],
    [
      'has a column twice',
      `${header},role\nU0TEO,,,,`,
      1,
      'The column role is there twice. Take one out.',
    ],
    [
      'lacks a column',
      'slack_user_id,role,started_on\nU0TEO,,',
      1,
      'The column manager_slack_user_id is missing. Add it to the first line; cells may be empty.',
    ],
    [
      'has a value too many',
      `${header}\nU0TEO,associate,,,x`,
      2,
      'This line has 5 values for 4 columns. Separate each with a comma, empty ones too, and put a value with a comma in it in quotation marks.',
    ],
    [
      'has values too few',
      `${header}\nU0TEO`,
      2,
      'This line has 1 value for 4 columns. Separate each with a comma, empty ones too, and put a value with a comma in it in quotation marks.',
    ],
    [
      'has a quotation mark that never closes',
      `${header}\nU0ROSA,,,\nU0TEO,"associate,,\nU0SORA,,,`,
      3,
      'A quotation mark opens here and never closes. Close it, or remove it.',
    ],
    [
      'has a quotation mark inside a value',
      `${header}\nU0TEO,asso"ciate,,`,
      2,
      'A quotation mark stands inside a value. Remove it, or put the whole value in quotation marks and double those inside.',
    ],
    [
      'has text after a quoted value',
      `${header}\nU0TEO,"associate"s,,`,
      2,
      'A quotation mark stands inside a value. Remove it, or put the whole value in quotation marks and double those inside.',
    ],
    [
      'is not UTF-8',
      `${header}\nU0TEO,caf\uFFFD,,`,
      1,
      'The file is not UTF-8 text. Save it as "CSV UTF-8" and try again.',
    ],
  ])('says what to do when it %s', (_, text, line, message) => {
    expect(readPeopleFile(text).problems).toContainEqual({ line, message });
  });

  it('reports all problems at once', () => {
    const { problems } = read('slack_user_id,rolle,started_on', 'U0TEO', 'U0ROSA,,,,');
    expect(problems.map(({ line }) => line)).toEqual([1, 1, 1, 2, 3]);
  });

  it('never throws, whatever is in it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'"",;\n\r\tU0 a_é'.split('')) });
    fc.assert(
      fc.property(text, (lines) => {
        const { rows, problems } = readPeopleFile(`${header}\n${lines}`);
        expect(rows.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
