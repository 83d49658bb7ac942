import type { FunctionComponent } from 'preact';
import type { Block } from '../../contract.js';
import { ActionsBlock } from './actions.js';
import { Chart } from './chart.js';
import { ImageBlock } from './image.js';
import { InputBlock } from './input.js';
import { AlertBlock, ContextBlock, DividerBlock, HeaderBlock, MarkdownBlock } from './plain.js';
import { RichTextBlock } from './rich-text.js';
import { SectionBlock } from './section.js';
import type { BlockProps } from './shapes.js';
import { TableBlock } from './table.js';

const byType: Record<string, FunctionComponent<BlockProps>> = {
  actions: ActionsBlock,
  alert: AlertBlock,
  context: ContextBlock,
  data_visualization: Chart,
  divider: DividerBlock,
  header: HeaderBlock,
  image: ImageBlock,
  input: InputBlock,
  markdown: MarkdownBlock,
  rich_text: RichTextBlock,
  section: SectionBlock,
  table: TableBlock,
};

/** Renders blocks one below the other. For an unknown type it shows the type's name. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, index) => {
        const Kind = byType[block.type] ?? UnknownBlock;
        return <Kind key={block.block_id ?? index} block={block} />;
      })}
    </div>
  );
}

function UnknownBlock({ block }: BlockProps) {
  return (
    <div class="block block--unknown">
      A block of the type “{block.type}”, which the playground cannot draw.
    </div>
  );
}
