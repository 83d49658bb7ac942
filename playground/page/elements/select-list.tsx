import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Choice, Choices } from './choices.js';
import { Popover } from './popover.js';

interface Props {
  anchor: RefObject<HTMLElement | null>;
  choices: Choices;
  chosen: string[];
  multiple: boolean;
  query: string;
  onQuery(query: string): void;
  onPick(value: string): void;
  onClose(): void;
}

/** The open list of a select: type to narrow, arrows to move, Enter to choose, Escape to leave. */
export function SelectList(props: Props) {
  const { choices, chosen, query } = props;
  const { found } = choices;
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      found.findIndex((one) => chosen.includes(one.value)),
    ),
  );
  const at = Math.min(active, found.length - 1);
  useLayoutEffect(() => search.current?.focus(), []);
  useLayoutEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowDown: Math.min(at + 1, found.length - 1),
      ArrowUp: Math.max(at - 1, 0),
    };
    const next = moves[event.key];
    const handled = next !== undefined || ['Enter', 'Escape', 'Tab'].includes(event.key);
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (next !== undefined) setActive(next);
    if (event.key === 'Enter' && found[at]) props.onPick(found[at].value);
    if (event.key === 'Escape' || event.key === 'Tab') props.onClose();
  };
  return (
    <Popover anchor={props.anchor} onClose={props.onClose} fit>
      <div class="select-list">
        <input
          ref={search}
          class="text-input select-search"
          type="text"
          role="combobox"
          aria-label="Search"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
          placeholder="Search"
          value={query}
          onInput={(event) => {
            setActive(0);
            props.onQuery(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
        <div id={`${id}-list`} class="options" role="listbox" aria-multiselectable={props.multiple}>
          {found.map((choice, index) => (
            <OptionRow
              key={choice.value}
              id={`${id}-${index}`}
              choice={choice}
              heading={choice.group !== found[index - 1]?.group ? choice.group : undefined}
              active={index === at}
              selected={chosen.includes(choice.value)}
              onPick={() => props.onPick(choice.value)}
              onHover={() => setActive(index)}
            />
          ))}
        </div>
        {choices.note && (
          <p class="options-note" role="status">
            {choices.note}
          </p>
        )}
      </div>
    </Popover>
  );
}

interface RowProps {
  id: string;
  choice: Choice;
  heading: string | undefined;
  active: boolean;
  selected: boolean;
  onPick(): void;
  onHover(): void;
}

function OptionRow({ id, choice, heading, active, selected, onPick, onHover }: RowProps) {
  return (
    <>
      {heading && <div class="options-heading">{heading}</div>}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the search line keeps the focus and names the active option */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search line listens to the keys */}
      <div
        id={id}
        role="option"
        class={active ? 'option option--active' : 'option'}
        aria-selected={selected}
        onClick={onPick}
        onPointerMove={() => !active && onHover()}
      >
        <span>{choice.label}</span>
        {choice.hint && <span class="option-hint">{choice.hint}</span>}
      </div>
    </>
  );
}
