import type { ChosenOrder } from './order.js';
import type { Shape } from './shape.js';

/** What a person says about the order of rungs and of the levels of a competency. */
export interface Choices {
  order?: ChosenOrder;
  levels?: readonly string[];
}

/** What a person says beside the file. */
export interface ImportOptions extends Choices {
  /** As "role=Job title,competency=Skill". */
  map?: string;
  shape?: Shape | 'wide';
  name?: string;
  key?: string;
  /** Whether each rung asks what the rung below asks, too. */
  buildsUp?: boolean;
  /** Whether empty cells below a heading are filled with it; they are unless false. */
  fill?: boolean;
}
