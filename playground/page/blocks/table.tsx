import { RichText } from './rich-text.js';
import { as, type BlockProps } from './shapes.js';

interface Cell {
  type: string;
  text?: string;
  value?: number;
  elements?: unknown[];
}

interface Table {
  rows: Cell[][];
  column_settings?: ({ align?: 'left' | 'center' | 'right'; is_wrapped?: boolean } | null)[];
}

/** A table whose first row is its header, as in Slack. */
export function TableBlock({ block }: BlockProps) {
  const { rows, column_settings: columns = [] } = as<Table>(block);
  const [head = [], ...body] = rows;
  const kind = (column: number) =>
    `cell cell--${columns[column]?.align ?? 'left'}${columns[column]?.is_wrapped ? ' cell--wrapped' : ''}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard
    <section class="block block-table" tabIndex={0} aria-label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" class={kind(column)}>
                <CellView cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} class={kind(column)}>
                  <CellView cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellView({ cell }: { cell: Cell }) {
  if (cell.type === 'rich_text') return <RichText elements={cell.elements ?? []} />;
  return <span class="lines">{cell.text ?? cell.value}</span>;
}
