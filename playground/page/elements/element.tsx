import type { FunctionComponent } from 'preact';
import type { Element } from '../blocks/shapes.js';
import { Button } from './button.js';
import { Checkboxes } from './checkboxes.js';
import { DateField } from './date-field.js';
import { FileField } from './file-field.js';
import { Overflow } from './overflow.js';
import { RadioButtons } from './radio-buttons.js';
import { Select } from './select.js';
import { TextInput } from './text-input.js';

/** The ids that connect an element with its block's label, hint and error. */
export interface Field {
  id: string;
  labelId: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
  /** The app gets a request while the person types. */
  dispatches: boolean;
}

export interface ElementProps {
  blockId: string;
  element: Element;
  /** Defined within an input block. */
  field?: Field;
  /** The text beside an accessory, for screen readers. */
  label?: string;
}

const byType: Record<string, FunctionComponent<ElementProps>> = {
  button: Button,
  checkboxes: Checkboxes,
  datepicker: DateField,
  datetimepicker: DateField,
  timepicker: DateField,
  file_input: FileField,
  overflow: Overflow,
  radio_buttons: RadioButtons,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: TextInput,
  rich_text_input: TextInput,
};

const selects = /^(?:multi_)?(?:static|external|users|channels|conversations)_select$/;

/** Renders one interactive element. */
export function ElementView(props: ElementProps) {
  const { type } = props.element;
  const Kind = byType[type] ?? (selects.test(type) ? Select : undefined);
  if (Kind) return <Kind {...props} />;
  return <span class="block--unknown">“{type}”, which the playground cannot draw</span>;
}
