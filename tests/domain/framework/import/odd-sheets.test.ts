import { describe, expect, it } from 'vitest';
import { importLadder } from '../../../../src/domain/framework/import/import-ladder.js';
import type { ImportOptions } from '../../../../src/domain/framework/import/options.js';
import { LIMITS } from '../../../../src/domain/framework/schema.js';
import { frameworkOf } from '../example.js';

function made(csv: string, options?: ImportOptions) {
  const result = importLadder(csv, 'garden_care-2027.csv', options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems, null, 2));
  return { ...result, framework: frameworkOf(result.yaml) };
}

function problems(csv: string, options?: ImportOptions): string[] {
  const result = importLadder(csv, 'garden.csv', options);
  if ('yaml' in result) throw new Error(result.yaml);
  return result.problems.map(({ row, column, message }) => `${row}:${column} ${message}`);
}

const long = (...lines: string[]) => ['Role,Level,Skill,Text', ...lines].join('\n');
const titles = (csv: string, options?: ImportOptions) =>
  made(csv, options).framework.roles.map(({ title }) => title);

describe('the order of rungs', () => {
  it.each([
    ['rising levels', 'Man,L1,P,a\nWoman,L2,P,b', ['Man', 'Woman']],
    ['falling levels', 'Man,L2,P,a\nWoman,L1,P,b', ['Woman', 'Man']],
    ['levels out of order', 'A,L2,P,a\nB,L3,P,b\nC,L1,P,c', ['C', 'A', 'B']],
    ['levels above nine', 'A,L10,P,a\nB,L9,P,b', ['B', 'A']],
    [
      'words that rise',
      'Junior Cook,,P,a\nCook,,P,b\nSenior Cook,,P,c',
      ['Junior Cook', 'Cook', 'Senior Cook'],
    ],
    [
      'words that fall',
      'Head Cook,,P,a\nSenior Cook,,P,b\nCook,,P,c',
      ['Cook', 'Senior Cook', 'Head Cook'],
    ],
    [
      'Roman numbers',
      'Cook III,,P,a\nCook II,,P,b\nCook I,,P,c',
      ['Cook I', 'Cook II', 'Cook III'],
    ],
  ])('is found by %s', (_, rows, expected) => {
    expect(titles(long(rows))).toEqual(expected);
  });

  it('that counts in two ways is said to be of several tracks, unless the file has them', () => {
    const rows = ['A,F1,P,a', 'B,P1,P,b', 'C,F2,P,c', 'D,P2,P,d'];
    const options: ImportOptions = { order: 'as-written' };
    const hint = expect.stringContaining(
      'count in 2 ways ("F", "P"), so these may be several tracks',
    );
    expect(made(long(...rows), options).report.hints).toContainEqual(hint);
    const withTracks = ['Role,Level,Skill,Text,Track', ...rows.map((row) => `${row},${row[2]}`)];
    expect(made(withTracks.join('\n'), options).report.hints).not.toContainEqual(hint);
    const one = long('A,F1,P,a', 'B,P1,P,b', 'C,F2,P,c');
    expect(made(one, options).report.hints).not.toContainEqual(hint);
  });

  it('is asked for where the file does not say it, with the option to type', () => {
    const csv = long('Seedling,,P,a', 'Sprout,,P,b', '"Tree, old",,P,c');
    expect(problems(csv)).toEqual([
      `2:0 The file doesn't say which rung comes first. Name them from the lowest: --order 'Seedling,Sprout,"Tree, old"'. Or say --order as-written where the file begins with the lowest, --order reversed where it ends with it, --order none where none is above another and each is a track of its own.`,
    ]);
    expect(titles(csv, { order: 'reversed' })).toEqual(['Tree, old', 'Sprout', 'Seedling']);
    expect(titles(csv, { order: ['Sprout', 'seedling', 'Tree, old'] })[0]).toBe('Sprout');
    expect(problems(csv, { order: ['Sprout', 'Seeding'] })).toEqual([
      '2:undefined --order names "Seeding", but the file has no such role or level. Did you mean "Seedling"?',
      `2:0 --order doesn't name "Seedling", "Tree, old". Name all rungs, from the lowest.`,
    ]);
  });

  it('is none where a person says that no job is above another', () => {
    const csv = long('Plumber,,P,a', 'Baker,,P,b', 'Tailor,,P,c');
    const { tracks, roles } = made(csv, { order: 'none' }).framework;
    expect(tracks.map(({ name }) => name)).toEqual(['Plumber', 'Baker', 'Tailor']);
    expect(roles.map(({ title, track }) => [title, track])).toEqual([
      ['Plumber', 'plumber'],
      ['Baker', 'baker'],
      ['Tailor', 'tailor'],
    ]);
    const within =
      'Role,Track,Skill,Text\nBaker,Inside,P,a\nBaker,Outside,P,b\nTailor,Inside,P,c\n';
    expect(made(within, { order: 'none' }).framework.tracks).toMatchObject([
      { name: 'Inside Baker', family: 'Inside' },
      { name: 'Outside Baker', family: 'Outside' },
      { name: 'Tailor', family: 'Inside' },
    ]);
  });

  it('is asked for where words contradict each other', () => {
    expect(problems(long('Senior Cook,,P,a', 'Junior Cook,,P,b', 'Head Cook,,P,c'))[0]).toMatch(
      /--order/,
    );
  });

  it('of levels of a competency is asked for, too', () => {
    const csv = 'Skill,Cook,Senior Cook,Head Cook\nP,Sees,Does,Does\nQ,Sees,Sees,Does\n';
    expect(problems(csv)[0]).toMatch(/which level comes first.*--levels "Sees,Does"/);
    const { framework } = made(csv, { levels: ['Sees', 'Does'] });
    expect(framework.levels?.map(({ name }) => name)).toEqual(['Sees', 'Does']);
  });
});

describe('a cell', () => {
  const behaviours = (text: string) => {
    const quoted = `"${text.replaceAll('"', '""')}"`;
    const [expectation] = made(long(`Cook,L1,P,${quoted}`)).framework.roles[0]?.expectations ?? [];
    return [
      expectation?.definition ?? '',
      ...(expectation?.behaviours.map((one) => one.text) ?? []),
    ];
  };

  it.each([
    ['One text, on one line.', ['One text, on one line.']],
    ['- one\n- two', ['', 'one', 'two']],
    ['• one\n• two', ['', 'one', 'two']],
    ['•one •two', ['', 'one', 'two']],
    ['1. one\n2) two\n(3) three', ['', 'one', 'two', 'three']],
    ['Cooks:\n* soup\n* bread', ['Cooks:', 'soup', 'bread']],
    ['First line\nSecond line', ['', 'First line', 'Second line']],
    ['- a long entry\nthat goes on\n- two', ['', 'a long entry that goes on', 'two']],
    ['10 beds are enough', ['10 beds are enough']],
    ['-5 degrees', ['-5 degrees']],
    ['“smart” quotes – and\u00a0spaces', ['“smart” quotes – and spaces']],
    ['!!js/function "x"', ['!!js/function "x"']],
    ['*anchor: &x [a, {b}] # no comment', ['*anchor: &x [a, {b}] # no comment']],
    ['null', ['null']],
    ['---\n...', ['---\n...'].flatMap(() => ['', '---', '...'])],
  ])('with %j is read as it is meant', (text, expected) => {
    expect(behaviours(text)).toEqual(expected);
  });

  it('that looks like a formula is text, and is named', () => {
    const { framework, report } = made(
      long('Cook,L1,P,=SUM(A1)', 'Cook,L1,Q,@home', 'Cook,L1,R,+1 more'),
    );
    expect(framework.roles[0]?.expectations.map(({ definition }) => definition)).toEqual([
      '=SUM(A1)',
      '@home',
      '+1 more',
    ]);
    expect(report.hints).toEqual([
      '"=SUM(A1)" (row 2, column D) and 2 more look like formulas and were taken as text.',
    ]);
  });

  it('whose value the spreadsheet has lost is refused; one without a value is left out', () => {
    expect(problems(long('Cook,L1,P,#REF!', 'Cook,L1,Q,#NAME?', 'Cook,L1,R,b'))).toEqual([
      '2:3 #REF! stands here, so the spreadsheet has lost what was in this cell. Mend it there and export the file again.',
      '3:3 #NAME? stands here, so the spreadsheet has lost what was in this cell. Mend it there and export the file again.',
    ]);
    const { report } = made(long('Cook,L1,P,#N/A', 'Cook,L1,Q,–', 'Cook,L1,R,b'));
    expect(report.leftOut.map(({ cell, reason }) => [cell.text, reason])).toEqual([
      ['P', 'nothing is asked with it'],
      ['#N/A', 'the spreadsheet had no value for it'],
      ['Q', 'nothing is asked with it'],
      ['–', 'it stands for nothing'],
    ]);
  });
});

describe('names', () => {
  it('that are the same have keys of their own, made of level or track', () => {
    const csv = 'Track,Role,Level,Skill,Text\nA,Cook,L1,P,a\nA,Cook,L2,P,b\nB,Cook,L1,P,c\n';
    expect(made(csv).framework.roles.map(({ key }) => key)).toEqual([
      'a-cook',
      'cook-l2',
      'b-cook',
    ]);
  });

  it('of a role and a competency never share a key', () => {
    const csv = long('Cook,L1,Senior-Cook,a', 'Senior Cook,L2,Soup,b');
    const { roles, competencies } = made(csv).framework;
    const keys = [...roles, ...competencies].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('in any case and with any dash are one; nearly the same ones are named', () => {
    const { framework, report } = made(
      long('Cook,L1,Soup–making,a', 'Cook,L1,soup-making,b', 'Cook,L1,Soup-makin,c'),
    );
    expect(framework.competencies.map(({ name }) => name)).toEqual(['Soup–making', 'Soup-makin']);
    expect(report.hints.join()).toContain(
      '"Soup–making" (row 2, column C) and "Soup-makin" (row 4',
    );
  });

  it('of the ladder come from above the table, the option or the file', () => {
    const csv = long('Cook,L1,P,a');
    expect(made(csv).framework).toMatchObject({
      key: 'garden-care-2027',
      name: 'Garden care 2027',
    });
    expect(made(`Kitchen,,,\n${csv}`).framework.name).toBe('Kitchen');
    expect(made(csv, { name: 'Us', key: 'we' }).framework).toMatchObject({ key: 'we', name: 'Us' });
  });
});

describe('headings that a person maps', () => {
  const csv = 'Who,What for,Says,More\nCook,Soup,Cooks it,yes\n';
  it('are taken as they say', () => {
    const { framework } = made(csv, {
      map: 'role=Who,competency=what  for,text=Says,leave-out=column D',
    });
    expect(framework.roles[0]?.expectations[0]?.definition).toBe('Cooks it');
  });

  it('are refused where a field or a heading is not there', () => {
    expect(problems(csv, { map: 'rol=Who,competency=What from,text' })).toEqual([
      'undefined:undefined --map has no field "rol". Did you mean role?',
      'undefined:undefined --map "text" is not of the form field=heading, such as role=Job title.',
      'undefined:undefined --map says competency=What from, but there is no such heading. Did you mean "What for"?',
    ]);
  });
});

describe('a file that is no ladder', () => {
  it.each([
    ['is empty', '', /empty/],
    ['has only empty cells', ',,,\n,,\n', /empty/],
    [
      'has a quotation mark that never closes',
      'Role,Skill,Text\nCook,"Soup,x\n',
      /line 2: A quotation mark opens here/,
    ],
    ['is a list of people', 'Name,Phone\nInes,123\n', /--shape roles-across/],
    [
      'has rows without a role',
      'Role,Skill,Text\n,Soup,Cooks it\nCook,Soup,x\n',
      /^2:2 Something is asked here, but no role stands/,
    ],
    [
      'has a title that is too long',
      long(`${'Cook '.repeat(20)},L1,P,a`),
      /^2:0 "title" has 99 characters/,
    ],
    [
      'has a text that is too long',
      long(`Cook,L1,P,${'a '.repeat(2000)}`),
      /^2:3 .* has 3999 characters/,
    ],
    [
      'has a role without a track among tracks',
      'Role,Track,Skill,Text\nCook,,P,a\nSailor,Sea,P,b\n',
      /^2:0 "Cook" has no track/,
    ],
  ])('%s', (_, csv, message) => {
    expect(problems(csv)[0]).toMatch(message);
  });

  it('has more roles than a ladder may have, and is refused at once', () => {
    const many = Array.from({ length: 5000 }, (_, place) => `Cook ${place},,P,a`);
    expect(problems(long(...many))).toEqual([
      expect.stringContaining(`number ${LIMITS.roles.max + 1} of 5000 roles`),
    ]);
  });

  it('has all its problems named at once', () => {
    expect(
      problems(long('Cook,L1,P,#REF!', ',,Q,b', 'Sailor,,P,#DIV/0!'), { fill: false }),
    ).toHaveLength(4);
  });
});
