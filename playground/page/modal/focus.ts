const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select, [tabindex="0"]';

/** Returns everything in a box that the Tab key reaches, in order. */
export function focusableIn(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.tabIndex >= 0 && element.getClientRects().length > 0,
  );
}

/** Keeps Tab inside of a box: the first element follows the last. */
export function trapTab(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const all = focusableIn(box);
  const first = all[0];
  const last = all.at(-1);
  const active = document.activeElement;
  const leaving = event.shiftKey ? active === first || active === box : active === last;
  if (!leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

/**
 * Focuses the first error, else the element that the app asked for, else the first input, else the
 * box. Only the first two are scrolled to: a window that asks for nothing is read from its top.
 */
export function focusInto(box: HTMLElement): void {
  const body = box.querySelector<HTMLElement>('.modal-body');
  const wrong = body?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const wanted =
    wrong?.closest('[role="radiogroup"]')?.querySelector<HTMLElement>('input') ??
    wrong ??
    body?.querySelector<HTMLElement>('[data-focus-first]');
  const first = body?.querySelector<HTMLElement>('input, textarea, .select-button');
  if (wanted) wanted.focus();
  else (first ?? box).focus({ preventScroll: true });
}
