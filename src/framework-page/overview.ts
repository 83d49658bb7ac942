import type { Track } from '../domain/framework/framework.js';
import { grouped } from '../domain/framework/grouped.js';
import { labelled } from '../domain/role/labels.js';
import { type FrameworkIndex, trackName } from '../domain/role/position.js';
import { type Html, html } from '../domain/text/html.js';
import { behaviourText } from './role.js';
import { inline, paragraphs } from './text.js';

/** The tracks with links to their rungs, family by family; the competencies; the framework's own page. */
export function overview(index: FrameworkIndex): Html {
  const { about, tracks } = index.framework;
  return html`
<section id="overview">
<h2>Roles</h2>
${[...grouped(tracks, ({ family }) => family)].map(
  ([family, tracks]) => html`
${family && html`<h3 dir="auto">${family}</h3>`}
${tracks.map((track) => trackLinks(index, track, family !== undefined))}`,
)}
${competencyList(index)}
${
  about &&
  html`<h2 dir="auto">${about.title}</h2>
${paragraphs(about.summary)}
${about.sections.map(
  ({ title, text, points }) => html`<h3 dir="auto">${title}</h3>
${paragraphs(text)}
${points.length > 0 && html`<ul>${points.map((point) => html`<li dir="auto">${inline(point)}</li>`)}</ul>`}`,
)}`
}
</section>`;
}

/** The competencies that have a summary or levels, with these. */
function competencyList(index: FrameworkIndex): Html | undefined {
  const described = index.framework.competencies
    .map((one) => ({ ...labelled(index, one), levels: index.levels(one.key) }))
    .filter(({ summary, levels }) => summary || levels.length > 0);
  if (described.length === 0) return undefined;
  return html`<h2>Competencies</h2>
${described.map(
  ({ name, summary, levels }) => html`<h3 dir="auto">${name}</h3>
${paragraphs(summary)}
${
  levels.length > 0 &&
  html`<ol class="levels">${levels.map(
    ({ name, text, behaviours }) =>
      html`<li dir="auto"><strong>${name}</strong>${text && html`: ${inline(text)}`}${
        behaviours.length > 0 &&
        html`<ul>${behaviours.map((one) => html`<li dir="auto">${behaviourText(one)}</li>`)}</ul>`
      }</li>`,
  )}</ol>`
}`,
)}`;
}

function trackLinks(index: FrameworkIndex, track: Track, inFamily: boolean): Html {
  const rungs = index.rungs(track.key).map(({ key, title, level }) => {
    const name = level && !title.includes(level) ? `${title} (${level})` : title;
    return html`<li><a href="#role-${key}" dir="auto">${name}</a></li>`;
  });
  const name = trackName(track);
  const heading = inFamily ? html`<h4 dir="auto">${name}</h4>` : html`<h3 dir="auto">${name}</h3>`;
  return html`${heading}
${
  rungs.length > 0
    ? html`<ol class="rungs">${rungs}</ol>`
    : html`<p class="facts">No role stands on this path yet.</p>`
}`;
}
