import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectPath } from '../../src/project-path.js';
import { picturesInDocs } from '../browser/pictures.js';

test('the docs show every picture that is kept, and no other', () => {
  expect(readdirSync(projectPath('docs', 'images')).sort()).toEqual(picturesInDocs().sort());
});
