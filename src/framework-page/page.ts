import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Framework, Track } from '../domain/framework/framework.js';
import { type FrameworkIndex, indexOf, trackName } from '../domain/role/position.js';
import { Html, html } from '../domain/text/html.js';
import { projectPath } from '../project-path.js';
import { overview } from './overview.js';
import { pickers } from './pickers.js';
import { roleSection } from './role.js';
import { paragraphs } from './text.js';

/**
 * Returns a framework as one HTML document that needs nothing else: no network, no server. Its
 * policy lets nothing run or load but its own script and style. Without JavaScript it shows
 * everything, one below the other.
 */
export function frameworkPage(framework: Framework): string {
  const index = indexOf(framework);
  const title = `${framework.name} ladder`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1 dir="auto">${title}</h1>
${pickers(index)}
<p class="facts" role="status"></p>
</header>
<main>
${overview(index)}
<section id="comparison" hidden></section>
${framework.tracks.map((track) => trackSection(index, track))}
</main>
<footer><p>It says what roles ask, for conversations about growth.</p></footer>
<script type="module">${script}</script>
</body>
</html>
`.markup;
}

function trackSection(index: FrameworkIndex, track: Track): Html {
  const rungs = index.rungs(track.key);
  return html`
<section class="track" id="track-${track.key}">
<h2 dir="auto">${trackName(track)}</h2>
${paragraphs(track.summary)}
${rungs.length === 0 && html`<p class="facts">No role stands on this path yet.</p>`}
${rungs.map((role) => roleSection(index, role))}
</section>`;
}

const asset = (name: string) =>
  new Html(readFileSync(projectPath('ladders', 'page', name), 'utf8').trim());
const style = asset('page.css');
const script = asset('page.js');
const hash = ({ markup }: Html) =>
  `'sha256-${createHash('sha256').update(markup).digest('base64')}'`;
const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
