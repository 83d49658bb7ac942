import { ElementView } from '../elements/element.js';
import { Text } from '../text/formatted.js';
import { BlockImage } from './image.js';
import { as, type BlockProps, type Element, type TextObject } from './shapes.js';

interface Section {
  text?: TextObject;
  fields?: TextObject[];
  accessory?: Element;
}

export function SectionBlock({ block }: BlockProps) {
  const { text, fields, accessory } = as<Section>(block);
  return (
    <div class="block block-section">
      <div class="section-main">
        {text && (
          <div class="section-text">
            <Text text={text} />
          </div>
        )}
        {fields && (
          <div class="section-fields">
            {fields.map((field, index) => (
              <div key={index} class="section-field">
                <Text text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class="section-accessory">
          {accessory.type === 'image' ? (
            <BlockImage image={accessory} size={88} />
          ) : (
            <ElementView
              blockId={block.block_id ?? ''}
              element={accessory}
              label={text?.text ?? fields?.[0]?.text}
            />
          )}
        </div>
      )}
    </div>
  );
}
