import type { Page } from 'playwright-core';

/**
 * Names every control on screen that can't be brought into sight and pressed there, and says
 * whether the page itself scrolls sideways. What lies below a modal isn't meant to be pressed.
 */
export async function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    const controls = document.querySelectorAll('button, a[href], input, textarea, summary');
    for (const it of controls) {
      if (it.closest('[inert]') || !it.checkVisibility()) continue;
      it.scrollIntoView({ block: 'center', inline: 'nearest' });
      const { left, top, width, height } = it.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      const mine = hit && (it.contains(hit) || [...(it.labels ?? [])].some((one) => one.contains(hit)));
      if (!mine || left < 0 || left + width > innerWidth) {
        found.push((it.ariaLabel || it.textContent || it.type) + ' at ' + [x, y].map(Math.round));
      }
    }
    return found;
  })()`);
}
