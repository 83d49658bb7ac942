import { readFileSync, writeFileSync } from 'node:fs';
import { withDataMap } from '../src/domain/data-map/document.js';
import { projectPath } from '../src/project-path.js';

/** Writes the tables of the data map's page anew; run it after a change of the decisions. */
const page = projectPath('docs', 'data-map.md');
writeFileSync(page, withDataMap(readFileSync(page, 'utf8')));
