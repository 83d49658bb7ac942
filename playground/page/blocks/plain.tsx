import { Mrkdwn, PlainText, Text } from '../text/formatted.js';
import { BlockImage } from './image.js';
import { as, type BlockProps, type Element, type TextObject } from './shapes.js';

export function HeaderBlock({ block }: BlockProps) {
  const { text } = as<{ text: TextObject }>(block);
  return (
    <h3 class="block block-header">
      <PlainText text={text.text} />
    </h3>
  );
}

export function DividerBlock() {
  return <hr class="block block-divider" />;
}

/** Small grey texts and images in a row. */
export function ContextBlock({ block }: BlockProps) {
  const { elements } = as<{ elements: (TextObject | Element)[] }>(block);
  return (
    <div class="block block-context">
      {elements.map((element, index) =>
        element.type === 'image' ? (
          <BlockImage key={index} image={as<Element>(element)} size={20} />
        ) : (
          <div key={index} class="context-text">
            <Text text={as<TextObject>(element)} />
          </div>
        ),
      )}
    </div>
  );
}

/** Slack's Markdown for apps, rendered with the marks that it shares with mrkdwn. */
export function MarkdownBlock({ block }: BlockProps) {
  const { text } = as<{ text: string }>(block);
  return (
    <div class="block block-section">
      <Mrkdwn source={text.replaceAll('**', '*')} />
    </div>
  );
}

export function AlertBlock({ block }: BlockProps) {
  const { text, level = 'default' } = as<{ text: TextObject; level?: string }>(block);
  return (
    <div class={`block block-alert block-alert--${level}`} role="note">
      <Text text={text} />
    </div>
  );
}
