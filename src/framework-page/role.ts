import type { AskedBehaviour, Expectation } from '../domain/framework/expectations.js';
import type { Behaviour, Link, Role } from '../domain/framework/framework.js';
import { levelText, roleFacts } from '../domain/role/facts.js';
import type { FrameworkIndex } from '../domain/role/position.js';
import { type Html, html } from '../domain/text/html.js';
import { plain } from '../domain/text/words.js';
import { inline, paragraphs } from './text.js';

/** A role with all that it asks, competency by competency, under the names of their groups. */
export function roleSection(index: FrameworkIndex, role: Role): Html {
  let group: string | undefined;
  const parts = index.expectations(role.key).map((expectation) => {
    const competency = index.competency(expectation.competency);
    const heading =
      competency?.group && competency.group !== group
        ? html`<p class="group" dir="auto">${competency.group}</p>`
        : undefined;
    group = competency?.group;
    return html`${heading}${competencySection(index, expectation)}`;
  });
  return html`
<section class="role" id="role-${role.key}" data-role="${role.key}">
<h3 dir="auto">${role.title}</h3>
<p class="facts">${roleFacts(index, role)}</p>
${paragraphs(role.summary)}
${parts}
</section>`;
}

function competencySection(index: FrameworkIndex, expectation: Expectation): Html {
  const { competency: key, definition, behaviours, opportunities, skills, links } = expectation;
  const competency = index.competency(key);
  return html`
<section class="competency" data-competency="${key}">
<h4 dir="auto">${competency?.name ?? key}</h4>
${levelNote(expectation)}
${paragraphs(definition)}
${behaviours.length > 0 && html`<ul>${behaviours.map(behaviourItem)}</ul>`}
${note('Shows in', opportunities)}
${note('Skills', skills)}
${linkList(links)}
</section>`;
}

function levelNote(expectation: Expectation): Html | undefined {
  const text = levelText(expectation);
  return text === undefined ? undefined : html`<p class="facts" dir="auto">${text}</p>`;
}

function behaviourItem({ key, text, ...more }: AskedBehaviour): Html {
  return html`
<li dir="auto" data-behaviour="${key ?? (plain(text) || text)}">${behaviourText({ text, ...more })}</li>`;
}

/** A behaviour with its examples and links. */
export function behaviourText({ text, examples = [], links = [] }: Behaviour): Html {
  const shown = examples.map((example) => html`<li>${inline(example)}</li>`);
  return html`${inline(text)}${
    shown.length > 0 && html`<ul class="examples" aria-label="For example">${shown}</ul>`
  }${linkList(links)}`;
}

function note(label: string, texts: string[]): Html | undefined {
  if (texts.length === 0) return undefined;
  return html`<p dir="auto"><strong>${label}:</strong> ${texts.join(', ')}</p>`;
}

function linkList(links: Link[]): Html | undefined {
  if (links.length === 0) return undefined;
  const items = links.map(({ title, url }) => html`<li><a href="${url}">${title}</a></li>`);
  return html`<ul class="links">${items}</ul>`;
}
