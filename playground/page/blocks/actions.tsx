import { ElementView } from '../elements/element.js';
import { as, type BlockProps, type Element } from './shapes.js';

/** Buttons, pickers and the like in a row. */
export function ActionsBlock({ block }: BlockProps) {
  const { elements } = as<{ elements: Element[] }>(block);
  return (
    <div class="block block-actions">
      {elements.map((element) => (
        <ElementView key={element.action_id} blockId={block.block_id ?? ''} element={element} />
      ))}
    </div>
  );
}
