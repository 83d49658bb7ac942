import { competencyLabel, roleLabel } from '../domain/role/labels.js';
import { type FrameworkIndex, trackName } from '../domain/role/position.js';
import { type Html, html } from '../domain/text/html.js';

/** The pickers; hidden until the script shows them, since they do nothing without it. */
export function pickers(index: FrameworkIndex): Html {
  const { competencies, tracks } = index.framework;
  const roles = tracks
    .filter(({ key }) => index.rungs(key).length > 0)
    .map((track) => {
      const label = [track.family, trackName(track)].filter(Boolean).join(' · ');
      const options = index
        .rungs(track.key)
        .map((role) => html`<option value="${role.key}">${roleLabel(index, role)}</option>`);
      return html`<optgroup label="${label}">${options}</optgroup>`;
    });
  return html`
<form class="pickers" hidden>
<label>Role
<select><option value="">Overview</option><option value="all">All roles</option>${roles}</select></label>
<label>Competency
<select><option value="">All</option>${competencies.map(
    (one) => html`<option value="${one.key}">${competencyLabel(index, one)}</option>`,
  )}</select></label>
<label>Compare with
<select><option value="">Nothing</option>${roles}</select></label>
<button type="button">Print</button>
</form>`;
}
