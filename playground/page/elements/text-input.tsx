import type { Element } from '../blocks/shapes.js';
import { useSurface } from '../live/surface.js';
import { useChosen } from './chosen.js';
import type { ElementProps, Field } from './element.js';

const inputModes: Record<string, 'text' | 'email' | 'url' | 'decimal'> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
};

/** A line or a box of text. Enter in a line submits, as in Slack; in a box it is a new line. */
export function TextInput({ blockId, element, field, label }: ElementProps) {
  const surface = useSurface();
  const value = useChosen(blockId, element);
  const text = typeof value === 'string' ? value : '';
  const multiline = element.multiline === true || element.type === 'rich_text_input';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (multiline && !event.metaKey && !event.ctrlKey) return;
    event.preventDefault();
    if (field && tellsOnEnter(element, field)) surface.enter(blockId, element.action_id);
    else surface.submit?.();
  };
  const shared = {
    id: field?.id,
    class: 'text-input',
    value: text,
    placeholder: element.placeholder?.text,
    maxLength: element.max_length,
    'aria-label': field ? undefined : label,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid,
    'aria-required': field?.required,
    'data-focus-first': element.focus_on_load ? 'true' : undefined,
    onInput: (event: { currentTarget: { value: string } }) =>
      surface.type(blockId, element.action_id, event.currentTarget.value),
    onKeyDown,
  };
  return (
    <div class="text-field">
      {multiline ? (
        <textarea {...shared} rows={5} />
      ) : (
        <input {...shared} type="text" inputMode={inputModes[element.type] ?? 'text'} />
      )}
      {element.max_length !== undefined && <Counter used={text.length} most={element.max_length} />}
    </div>
  );
}

function tellsOnEnter(element: Element, field: Field): boolean {
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  return field.dispatches && triggers.includes('on_enter_pressed');
}

function Counter({ used, most }: { used: number; most: number }) {
  const near = used > most * 0.9 ? ' counter--near' : '';
  return (
    <span class={`counter${near}`} aria-hidden="true">
      {used.toLocaleString('en-GB')} / {most.toLocaleString('en-GB')}
    </span>
  );
}
