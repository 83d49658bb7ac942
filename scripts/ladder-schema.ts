import { writeFileSync } from 'node:fs';
import { ladderJsonSchema } from '../src/domain/framework/json-schema.js';
import { projectPath } from '../src/project-path.js';

/** Writes the JSON schema of ladder files anew; run it after a change of the format. */
writeFileSync(
  projectPath('ladders', 'ladder.schema.json'),
  `${JSON.stringify(ladderJsonSchema(), null, 2)}\n`,
);
