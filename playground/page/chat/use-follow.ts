import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const nearEnd = 60;

/**
 * Scrolls to the newest message unless the person scrolled up to read. A message taller than the
 * screen is shown from its top. `more` is true while there are newer messages below.
 */
export function useFollow(
  box: RefObject<HTMLElement | null>,
  following: RefObject<boolean>,
  lastKey: string,
): { more: boolean; onScroll(): void; toEnd(): void } {
  const aimed = useRef(0);
  const [more, setMore] = useState(false);
  const follow = () => {
    const shown = box.current;
    if (!shown) return;
    const last = [...shown.querySelectorAll('article')].at(-1);
    const tall = last && last.offsetHeight > shown.clientHeight - nearEnd;
    shown.scrollTo(0, tall ? last.offsetTop - nearEnd : shown.scrollHeight);
    aimed.current = shown.scrollTop;
    setMore(false);
  };
  useLayoutEffect(() => {
    if (following.current) follow();
    else setMore(true);
  }, [lastKey]);
  useLayoutEffect(() => {
    const content = box.current?.firstElementChild;
    if (!content) return;
    // An update may make the last message longer.
    const watch = new ResizeObserver(() => following.current && follow());
    watch.observe(content);
    return () => watch.disconnect();
  }, []);
  return {
    more,
    onScroll: () => {
      const shown = box.current;
      if (!shown) return;
      const left = shown.scrollHeight - shown.scrollTop - shown.clientHeight;
      following.current = left < nearEnd || Math.abs(shown.scrollTop - aimed.current) < 2;
      if (following.current) setMore(false);
    },
    toEnd: follow,
  };
}
