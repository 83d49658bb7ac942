import { describe, expect, it } from 'vitest';
import { importLadder } from '../../../../src/domain/framework/import/import-ladder.js';
import type { ImportOptions } from '../../../../src/domain/framework/import/options.js';
import { frameworkOf } from '../example.js';

function made(csv: string, options?: ImportOptions) {
  const result = importLadder(csv, 'ship.csv', options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems, null, 2));
  return { ...result, framework: frameworkOf(result.yaml) };
}

function problems(csv: string, options?: ImportOptions): string[] {
  const result = importLadder(csv, 'ship.csv', options);
  if ('yaml' in result) throw new Error(result.yaml);
  return result.problems.map(({ row, column, message }) => `${row}:${column} ${message}`);
}

const headings: [string, string][] = [
  ['German', 'Rolle,Stufe,Kompetenz,Beschreibung'],
  ['French', 'Poste,Niveau,Compétence,Description'],
  ['Spanish', 'Puesto,Nivel,Competencia,Descripción'],
  ['Portuguese', 'Cargo,Nível,Competência,Descrição'],
  ['Italian', 'Ruolo,Livello,Competenza,Descrizione'],
  ['Dutch', 'Functie,Niveau,Vaardigheid,Omschrijving'],
  ['Polish', 'Stanowisko,Poziom,Umiejętność,Opis'],
  ['Swedish', 'Befattning,Nivå,Färdighet,Beskrivning'],
  ['Turkish', 'Pozisyon,Seviye,Yetkinlik,Açıklama'],
  ['Russian', 'Должность,Уровень,Компетенция,Описание'],
  ['Japanese', '役職,レベル,スキル,説明'],
  ['Chinese', '职位,级别,能力,描述'],
  ['Korean', '직무,레벨,역량,설명'],
  ['Arabic', 'الوظيفة,المستوى,المهارة,الوصف'],
  ['Hebrew', 'תפקיד,רמה,מיומנות,תיאור'],
  ['English, numbered', '1. Role,2. Level,3. Skill,4. Text'],
  ['English, bold', '**Role**,__Level__,*Skill*,`Text`'],
];

describe('a table with headings in', () => {
  it.each(headings)('%s is read by them', (_, line) => {
    const { framework, report } = made(`${line}\nA,1,Knots,Ties four\nB,2,Knots,Splices\n`);
    expect(report.leftOut).toEqual([]);
    expect(framework).toMatchObject({
      competencies: [{ name: 'Knots' }],
      roles: [
        { title: 'A', level: '1', expectations: [{ definition: 'Ties four' }] },
        { title: 'B', level: '2', expectations: [{ definition: 'Splices' }] },
      ],
    });
  });

  it('a language that is not known is asked about, with an option to type that works', () => {
    const csv =
      'Rooli,Taso,Osaaminen,Kuvaus\nJunior,1,Solmut,Solmii neljä\nSenior,2,Solmut,Pleissaa\n';
    const map = 'role=Rooli,competency=Osaaminen,text=Kuvaus';
    expect(problems(csv)).toEqual([
      expect.stringContaining(
        `the headings "Rooli", "Taso", "Osaaminen", "Kuvaus" mean. Where each row has a role and a competency, say for example --map '${map}'.`,
      ),
    ]);
    expect(made(csv, { map }).framework.roles.map(({ title }) => title)).toEqual([
      'Junior',
      'Senior',
    ]);
    expect(made(csv, { map }).report.leftOut.map(({ cell }) => cell.text)).toContain('Taso');
  });
});

describe('columns that mean the same', () => {
  it.each([
    [
      'areas and skills, in either order',
      'Role,Skill,Area,Text\nA,Knots,Deck,o\nA,Stew,Galley,y\nA,Paint,Deck,z',
    ],
    [
      'dimensions and capabilities',
      'Role,Dimension,Capability,Text\nA,Deck,Knots,o\nA,Galley,Stew,y\nA,Deck,Paint,z',
    ],
  ])('%s are groups and competencies', (_, csv) => {
    expect(
      made(csv)
        .framework.competencies.map(({ name, group }) => [group, name])
        .sort(),
    ).toEqual([
      ['Deck', 'Knots'],
      ['Deck', 'Paint'],
      ['Galley', 'Stew'],
    ]);
  });

  it('a role and its titles are a track and its roles', () => {
    const csv =
      'Role,Job title,Skill,Text\nSailor,Junior Sailor,Knots,o\nSailor,Senior Sailor,Knots,y\nCook,Cook,Stew,z';
    const { tracks, roles } = made(csv).framework;
    expect(tracks.map(({ name }) => name)).toEqual(['Sailor', 'Cook']);
    expect(roles.map(({ title }) => title)).toEqual(['Junior Sailor', 'Senior Sailor', 'Cook']);
  });

  it('that can be nothing else are left out with the reason, and the option for the other', () => {
    const csv = 'Title,Position,Skill,Text\nA,P1,Knots,o\n';
    expect(made(csv).report.leftOut.map(({ cell, reason }) => [cell.text, reason])).toEqual(
      ['Position', 'P1'].map((text) => [
        text,
        '"Title" has the role already; --map "role=Position" takes this instead',
      ]),
    );
    expect(made(csv, { map: 'role=Position' }).framework.roles[0]?.title).toBe('P1');
  });
});

describe('names below each role', () => {
  it.each([
    ["Don't", 'Do'],
    ['Anti-pattern', 'What'],
  ])('%s beside %s is asked about, and left out as one says', (unknown, known) => {
    const csv = `Skill,A,,B,\n,${known},${unknown},${known},${unknown}\nKnots,a,b,c,d\nWatch,e,f,g,h\n`;
    const asked = `"${unknown}" stands here like "${known}" (row 2, column B), so it is a part`;
    expect(problems(csv, { order: 'as-written' })).toEqual([
      expect.stringContaining(`2:2 ${asked}`),
      expect.stringContaining(`2:4 ${asked}`),
    ]);
    const { framework, report } = made(csv, { order: 'as-written', map: `leave-out=${unknown}` });
    expect(framework.tracks.map(({ name }) => name)).not.toContain(known);
    expect(report.leftOut.map(({ cell }) => cell.text)).toEqual(
      expect.arrayContaining(['b', 'd', 'f', 'h']),
    );
  });

  it('that are no parts are tracks, and it is said', () => {
    const csv = 'Skill,Junior,,Senior,\n,Deck,Galley,Deck,Galley\nKnots,a,b,c,d\nWatch,e,f,g,h\n';
    const { framework, report } = made(csv);
    expect(framework.tracks.map(({ name }) => name)).toEqual(['Deck', 'Galley']);
    expect(report.hints.join()).toContain('"Deck", "Galley" stand below the roles');
  });
});

describe('a date that a spreadsheet made of numbers', () => {
  it.each([
    ['2-Jan', '1-2'],
    ['01.Mär', '1-3'],
    ['03. Mai', '3-5'],
    ['Jan 2', '1-2'],
    ['5-févr.', '2-5'],
    ['2-ene', '1-2'],
    ['4-мар', '3-4'],
    ['2024-02-01', '1-2'],
    ['1/3/2024', '1-3'],
    ['02.01.24', '1-2'],
  ])('%s is refused with its cell and what was meant', (date, meant) => {
    const wide = problems(`Skill,Junior,Senior\nYears,${date},3+\nKnots,a,b\n`);
    const long = problems(`Role,Skill,Required level\nA,Knots,${date}\n`);
    const said = `"${date}" is a date, which spreadsheets make of "${meant}" and the like.`;
    expect(wide).toEqual([expect.stringContaining(`2:1 ${said}`)]);
    expect(long).toEqual([expect.stringContaining(`2:2 ${said}`)]);
  });

  it('is none within a text, and none in a column that is left out', () => {
    const csv =
      'Role,Skill,Text,Last updated\nA,Knots,Ready by 2-Jan,2-Jan\nA,Watch,May 3 fall,x\n';
    expect(made(csv).framework.roles[0]?.expectations.map(({ definition }) => definition)).toEqual([
      'Ready by 2-Jan',
      'May 3 fall',
    ]);
  });
});

describe('years', () => {
  it.each([
    ['Jahre', '0–1,5', { from: 0, to: 1.5 }],
    ['Erfahrung', 'ab 2 Jahren', { from: 2, to: null }],
    ["Années d'expérience", '0 à 2 ans', { from: 0, to: 2 }],
    ['Experiencia', 'hasta 3 años', { from: 0, to: 3 }],
    ['Опыт', '2-4 года', { from: 2, to: 4 }],
    ['経験年数', '3～5年', { from: 3, to: 5 }],
  ])('called %s are years', (heading, text, years) => {
    const { framework } = made(`Skill,Junior,Senior\n${heading},"${text}",9+\nKnots,a,b\n`);
    expect(framework.competencies).toHaveLength(1);
    expect(framework.roles[0]?.years).toEqual(years);
  });

  it('that may be something else are a competency, and it is said', () => {
    const { report } = made('Skill,Junior,Senior\nTeam size,0-2,3-5\nKnots,a,b\n');
    expect(report.hints.join()).toContain('say --map "years=Team size"');
  });
});

describe('a table without roles', () => {
  it.each([
    [
      'levels in words',
      'Skill,Beginner,Advanced,Expert\nKnots,a,b,c\n',
      /are mostly levels of a skill, .* --order "Beginner,Advanced,Expert"/,
    ],
    [
      'levels in other words',
      'Kompetenz,Grundlagen,Fortgeschritten,Experte\nKnoten,a,b,c\n',
      /are mostly levels of a skill/,
    ],
    [
      'a row for each level',
      'Skill,Milestone,Description\nKnots,1,a\nKnots,2,b\n',
      /^1:undefined The headings "Skill", "Milestone", "Description" name no role/,
    ],
    ['columns of behaviours', 'Skill,Behaviour 1,Behaviour 2\nKnots,a,b\n', /name no role/],
    ['a description', 'Skill,Description\nKnots,a\nWatch,b\n', /name no role/],
    [
      'points for levels',
      'Level,Minimum points,Maximum points\nJunior,0,16\nSenior,17,35\n',
      /^1:undefined This table has points only \("Minimum points", "Maximum points"\)/,
    ],
    [
      'scores for tracks',
      'Track,Level,Min score\nDeck,1,0\nDeck,2,9\n',
      /points only \("Min score"\)/,
    ],
    [
      'points for skills',
      'Skill,1,2,3,4,5\nKnots,1,3,6,12,20\nWatch,1,3,6,12,20\n',
      /^2:4 "12" looks like points/,
    ],
    [
      'jobs that are no rungs',
      'Skill,Plumber,Baker\nKnots,a,b\n',
      /--order none where none is above another/,
    ],
    [
      'a heading for the roles that may be anything',
      'Crew,Knots,Watch\nJunior,a,b\nSenior,c,d\n',
      /where each role is a row, --shape roles-down/,
    ],
  ])('but %s is told what is missing', (_, csv, said) => {
    expect(problems(csv)[0]).toMatch(said);
  });

  it('is a ladder where a person says that the levels are the rungs', () => {
    const csv = 'Skill,Beginner,Advanced\nKnots,a,b\n';
    expect(made(csv, { order: ['Beginner', 'Advanced'] }).framework.roles).toHaveLength(2);
  });

  it('but numbers is one of rungs that have numbers, and it is said', () => {
    const { framework, report } = made('Skill,1,2,3\nKnots,a,b,c\n');
    expect(framework.roles.map(({ title }) => title)).toEqual(['Level 1', 'Level 2', 'Level 3']);
    expect(report.hints.join()).toContain('If the numbers are levels of a skill');
  });
});

describe('a table with bars', () => {
  it.each([
    ['framed', '| Skill | Junior | Senior |\n|:--|---|--:|\n| Knots | a, b | c \\| d |\n'],
    ['without a frame', 'Skill | Junior | Senior\n--- | --- | ---\nKnots | a, b | c \\| d\n'],
    ['without a line of dashes', '| Skill | Junior | Senior |\n| Knots | a, b | c \\| d |\n'],
    ['as the delimiter', 'Skill|Junior|Senior\nKnots|a, b|"c | d"\n'],
  ])('%s is read', (_, text) => {
    const { framework, report } = made(text);
    expect(report.delimiter).toBe('|');
    expect(framework.roles.map(({ expectations }) => expectations[0]?.definition)).toEqual([
      'a, b',
      'c | d',
    ]);
  });

  it('of commas with a bar in a text is none', () => {
    const { report } = made('Role,Skill,Text\nA,Knots,a | b\nA,Watch,c | d\n');
    expect(report.delimiter).toBe(',');
  });
});
