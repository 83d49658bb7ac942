import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Popover } from './popover.js';

export interface MenuItem {
  label: string;
  hint?: string;
  run(): void;
}

interface Props {
  anchor: RefObject<HTMLElement | null>;
  items: MenuItem[];
  onClose(): void;
}

/** A menu with arrow keys; Escape and Tab close it. */
export function Menu({ anchor, items, onClose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  useLayoutEffect(() => buttons()[0]?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const moves: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      all[next]?.focus();
    }
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <Popover anchor={anchor} onClose={onClose}>
      <div ref={list} class="menu" role="menu" onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            class="menu-item"
            onClick={() => {
              onClose();
              item.run();
            }}
          >
            {item.label}
            {item.hint && <span class="menu-hint">{item.hint}</span>}
          </button>
        ))}
      </div>
    </Popover>
  );
}
