import { describe, expect, it } from 'vitest';
import { firstNames } from '../../../src/domain/person/first-names.js';

/** The report, their manager, and what the two are called below their names. */
const cases: [string, string, [string, string]][] = [
  ['Teo Associate', 'Mika Manager', ['Teo', 'Mika']],
  ['Anne-Marie Duval', 'José María Ruiz', ['Anne-Marie', 'José']],
  ['Zoë', "D'Arcy O'Neil", ['Zoë', "D'Arcy"]],
  ['佐藤 花子', '陳', ['佐藤 花子', '陳']],
  ['佐藤 花子', '田中 太郎', ['佐藤', '田中']],
  // The two have the same first name.
  ['Rosa Kim', 'Rosa Lind', ['Rosa Kim', 'Rosa Lind']],
  ['José Ruiz', 'jose Lima', ['José Ruiz', 'jose Lima']],
  ['Rosa Kim', 'Rosa', ['Rosa Kim', 'Rosa']],
  // What stands first is no name.
  ['J. Kim', 'Mika Manager', ['J. Kim', 'Mika Manager']],
  ['Dr Kim', 'Mika Manager', ['Dr Kim', 'Mika Manager']],
  ['Smith, Ada', 'Mika Manager', ['Smith, Ada', 'Mika Manager']],
  ['*bold* Kim', 'Mika Manager', ['*bold* Kim', 'Mika Manager']],
  // Not even all of their names tell them apart.
  ['Rosa Kim', 'Rosa Kim', ['Rosa Kim', 'Rosa Kim (manager)']],
  // One is not known.
  ['', 'Mika Manager', ['', 'Mika']],
  ['Teo Associate', '', ['Teo', '']],
  ['', '', ['', '']],
];

describe('what two people are called once they have been named', () => {
  it.each(cases)('is for "%s" and "%s" %j', (report, manager, called) => {
    const names = firstNames({ report, manager });
    expect([names.report, names.manager]).toEqual(called);
  });
});
