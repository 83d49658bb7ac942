// @ts-check
// Shows of a ladder's page what the pickers say. Without it the page shows everything.
// The choice stands in the address, #role-KEY/COMPETENCY/with-KEY, so that it can be linked to.

const pickers = /** @type {HTMLFormElement} */ (document.querySelector('.pickers'));
const [role, competency, other] = /** @type {HTMLSelectElement[]} */ ([
  ...pickers.querySelectorAll('select'),
]);
const overview = /** @type {HTMLElement} */ (document.querySelector('#overview'));
const comparison = /** @type {HTMLElement} */ (document.querySelector('#comparison'));
const status = /** @type {HTMLElement} */ (document.querySelector('[role=status]'));
const tracks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.track')]);
const roles = new Map(
  /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.role')]).map((element) => [
    element.dataset.role ?? '',
    element,
  ]),
);

pickers.hidden = false;
pickers.addEventListener('change', () => {
  const parts = [role.value === 'all' ? 'all' : `role-${role.value}`, competency.value];
  if (other.value) parts.push(`with-${other.value}`);
  location.hash = role.value ? parts.join('/') : '';
  show();
});
pickers.querySelector('button')?.addEventListener('click', () => window.print());
window.addEventListener('hashchange', () => {
  read();
  show();
});
read();
show();

/** Takes the choice from the address; whatever it doesn't know means the overview. */
function read() {
  const parts = decodeURIComponent(location.hash.slice(1)).split('/');
  const named = (parts[0] ?? '').replace(/^role-/, '');
  role.value = roles.has(named) || named === 'all' ? named : '';
  competency.value = parts[1] ?? '';
  if (competency.selectedIndex < 0) competency.value = '';
  const second = parts.find((part) => part.startsWith('with-'))?.slice(5) ?? '';
  other.value = roles.has(second) ? second : '';
}

function show() {
  const one = roles.get(role.value);
  const two = one && other.value !== role.value ? roles.get(other.value) : undefined;
  other.disabled = !one;
  overview.hidden = role.value !== '';
  comparison.hidden = !two;
  comparison.replaceChildren(...(one && two ? compared(one, two) : []));
  for (const [key, element] of roles) {
    element.hidden = Boolean(two) || (role.value !== 'all' && role.value !== key);
    showCompetencies(element);
  }
  for (const track of tracks) {
    track.hidden = role.value !== 'all' && !track.querySelector('.role:not([hidden])');
  }
  status.textContent = said(one, two);
}

/** @param {ParentNode} place */
function showCompetencies(place) {
  const parts = /** @type {HTMLElement[]} */ ([...place.querySelectorAll('[data-competency]')]);
  for (const part of parts) {
    part.hidden = competency.value !== '' && part.dataset.competency !== competency.value;
  }
  const groups = /** @type {HTMLElement[]} */ ([...place.querySelectorAll('.group')]);
  for (const group of groups) group.hidden = competency.value !== '';
}

/**
 * @param {HTMLElement | undefined} one
 * @param {HTMLElement | undefined} two
 */
function said(one, two) {
  if (one && two) return `${titleOf(one)} and ${titleOf(two)}, side by side.`;
  if (!one) return '';
  const chosen = competency.selectedOptions[0]?.text;
  const asks = competencyOf(one, competency.value);
  if (competency.value && !asks) return `${titleOf(one)} asks nothing in ${chosen}.`;
  return competency.value ? `${titleOf(one)}: ${chosen}.` : `${titleOf(one)}.`;
}

/** @param {HTMLElement} element */
function titleOf(element) {
  return element.querySelector('h3')?.textContent ?? '';
}

/**
 * @param {ParentNode} element
 * @param {string} key
 */
function competencyOf(element, key) {
  return element.querySelector(`[data-competency="${CSS.escape(key)}"]`);
}

/**
 * The two roles competency by competency; what only one of them asks is marked on either side.
 * @param {HTMLElement} one
 * @param {HTMLElement} two
 */
function compared(one, two) {
  const heading = document.createElement('h2');
  heading.textContent = `${titleOf(one)} and ${titleOf(two)}`;
  const keys = [...competency.options].map(({ value }) => value).filter(Boolean);
  const chosen = competency.value ? [competency.value] : keys;
  const rows = chosen.flatMap((key) => {
    const sides = [competencyOf(one, key), competencyOf(two, key)];
    return sides.some(Boolean) ? [row(key, sides, [titleOf(one), titleOf(two)])] : [];
  });
  return [heading, ...rows];
}

/**
 * @param {string} key
 * @param {(Element | null)[]} sides
 * @param {string[]} titles
 */
function row(key, sides, titles) {
  const section = document.createElement('section');
  const name = [...competency.options].find(({ value }) => value === key)?.text ?? '';
  section.append(element('h3', name));
  const grid = element('div', '', 'sides');
  sides.forEach((side, nth) => {
    const cell = element('div', '');
    cell.append(element('h4', titles[nth] ?? ''));
    const content = side ? [...side.children].filter(({ tagName }) => tagName !== 'H4') : [];
    cell.append(...content.map((child) => child.cloneNode(true)));
    if (!side) cell.append(element('p', 'Asks nothing here.', 'facts'));
    markOwn(cell, sides[1 - nth] ?? null);
    grid.append(cell);
  });
  section.append(grid);
  return section;
}

/**
 * @param {Element} cell
 * @param {Element | null} beside
 */
function markOwn(cell, beside) {
  const there = new Map(behavioursOf(beside).map((item) => [item.dataset.behaviour, item]));
  for (const item of behavioursOf(cell)) {
    const same = there.get(item.dataset.behaviour);
    if (same?.textContent === item.textContent) continue;
    item.append(element('span', same ? 'other words' : 'only here', 'mark'));
  }
}

/** @param {Element | null} place */
function behavioursOf(place) {
  return /** @type {HTMLElement[]} */ ([...(place?.querySelectorAll('[data-behaviour]') ?? [])]);
}

/**
 * @param {string} tag
 * @param {string} text
 * @param {string} [className]
 */
function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
