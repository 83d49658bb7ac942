// The Slack CLI asks for this before it makes, installs or updates the app.
import { readFileSync } from 'node:fs';
import { respond } from './respond.mjs';

const file = new URL('../../manifest/manifest.json', import.meta.url);
respond(JSON.parse(readFileSync(file, 'utf8')));
