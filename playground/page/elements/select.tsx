import { useRef, useState } from 'preact/hooks';
import { CloseIcon, DownIcon } from '../icons.js';
import { useSurface } from '../live/surface.js';
import { useChoices } from './choices.js';
import { useChosen } from './chosen.js';
import type { ElementProps } from './element.js';
import { SelectList } from './select-list.js';
import { useConfirmed } from './use-confirmed.js';

/** Every kind of select: opens a list with a search line; a multi select shows what is chosen. */
export function Select({ blockId, element, field, label }: ElementProps) {
  const surface = useSurface();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const { ask, dialog } = useConfirmed(element);
  const choices = useChoices(blockId, element, query, open);
  const multiple = element.type.startsWith('multi_');
  const value = useChosen(blockId, element);
  const chosen = Array.isArray(value) ? value : value === null || value === '' ? [] : [value];
  const give = (next: string | string[] | null) =>
    ask(() => void surface.take(blockId, element.action_id, next));
  const close = () => {
    setOpen(false);
    setQuery('');
    anchor.current?.focus();
  };
  const pick = (picked: string) => {
    if (!multiple) {
      close();
      give(picked);
    } else if (chosen.includes(picked)) give(chosen.filter((one) => one !== picked));
    else if (chosen.length < (element.max_selected_items ?? 100)) give([...chosen, picked]);
  };
  const placeholder =
    element.placeholder?.text ?? (multiple ? 'Select options' : 'Select an option');
  const text = chosen.map(choices.labelOf).join(', ');
  const name = element.accessibility_label ?? label ?? element.placeholder?.text;
  return (
    <div class={field ? 'select select--wide' : 'select'}>
      <button
        ref={anchor}
        id={field?.id}
        type="button"
        class={text ? 'select-button' : 'select-button select-button--empty'}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={field ? undefined : [name, text].filter(Boolean).join(': ')}
        aria-describedby={field?.describedBy}
        aria-invalid={field?.invalid}
        data-focus-first={element.focus_on_load ? 'true' : undefined}
        onClick={() => (open ? close() : setOpen(true))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <span class="select-text">{text || placeholder}</span>
        <DownIcon />
      </button>
      {multiple && chosen.length > 0 && (
        <button
          type="button"
          class="select-clear"
          aria-label="Choose none"
          onClick={() => give([])}
        >
          <CloseIcon />
        </button>
      )}
      {open && (
        <SelectList
          anchor={anchor}
          choices={choices}
          chosen={chosen}
          multiple={multiple}
          query={query}
          onQuery={setQuery}
          onPick={pick}
          onClose={close}
        />
      )}
      {dialog}
    </div>
  );
}
