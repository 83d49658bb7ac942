import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  /** The element that it is placed at. */
  anchor: RefObject<HTMLElement | null>;
  /** Called for a press outside, or Escape. */
  onClose(): void;
  /** At least as wide as the anchor. */
  fit?: boolean;
  children: ComponentChildren;
}

/** A layer above everything, below its anchor or above it where there is more room. */
export function Popover({ anchor, onClose, fit = false, children }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const shown = layer.current;
    if (!shown) return;
    shown.showPopover();
    const place = () => anchor.current && shown && placeAt(shown, anchor.current, fit);
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!shown.contains(target) && !anchor.current?.contains(target)) close.current();
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(shown);
    document.addEventListener('pointerdown', outside, true);
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    return () => {
      watch.disconnect();
      document.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
    };
  }, [anchor, fit]);
  return (
    <div ref={layer} class="popover" popover="manual">
      {children}
    </div>
  );
}

function placeAt(layer: HTMLElement, anchor: HTMLElement, fit: boolean): void {
  const box = anchor.getBoundingClientRect();
  if (fit) layer.style.minWidth = `${Math.max(box.width, 240)}px`;
  const { width, height } = layer.getBoundingClientRect();
  const below = window.innerHeight - box.bottom;
  const top = below >= height + 12 || below >= box.top ? box.bottom + 4 : box.top - height - 4;
  const left = Math.min(box.left, window.innerWidth - width - 8);
  layer.style.top = `${Math.max(8, Math.min(top, window.innerHeight - height - 8))}px`;
  layer.style.left = `${Math.max(8, left)}px`;
}
