// Writes the figures of the last run of the fault suite into docs/reliability.md, between its two
// marks.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../src/project-path.js';
import { type Figures, table } from '../tests/faults/support/table.js';

const figuresFile = process.env.FAULTS_FIGURES ?? projectPath('dist', 'faults.json');
const page = projectPath('docs', 'reliability.md');
const begins = '<!-- figures: npm run test:faults -->';
const ends = '<!-- end of figures -->';

if (!existsSync(figuresFile)) stop('There are no figures yet. Run npm run test:faults first.');
const text = readFileSync(page, 'utf8');
const [before, after] = [text.indexOf(begins), text.indexOf(ends)];
if (before < 0 || after < before) stop(`${page} has no place for the figures.`);
const figures = JSON.parse(readFileSync(figuresFile, 'utf8')) as Figures[];
const place = text.slice(0, before + begins.length);
writeFileSync(page, `${place}\n\n${table(figures)}\n\n${text.slice(after)}`);
console.log(`Written to ${page}.`);

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
