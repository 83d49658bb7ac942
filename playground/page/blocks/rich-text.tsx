import type { ComponentChildren } from 'preact';
import { emojiSign } from '../text/emoji.js';
import { DateText, SafeLink } from '../text/formatted.js';
import { ChannelMention, Mention } from '../text/person-name.js';
import { as, type BlockProps } from './shapes.js';

interface Style {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  code?: boolean;
  underline?: boolean;
}

/** One part of a rich text; each type uses its own fields. */
interface Piece {
  type: string;
  text?: string;
  url?: string;
  name?: string;
  unicode?: string;
  user_id?: string;
  channel_id?: string;
  range?: string;
  value?: string;
  timestamp?: number;
  format?: string;
  fallback?: string;
  style?: Style;
}

interface Part {
  type: string;
  elements: Piece[] | Part[];
  style?: 'bullet' | 'ordered';
  indent?: number;
  offset?: number;
  border?: number;
}

export function RichTextBlock({ block }: BlockProps) {
  return (
    <div class="block block-rich-text">
      <RichText elements={as<{ elements: Part[] }>(block).elements} />
    </div>
  );
}

/** The parts of a rich text; also used for table cells. */
export function RichText({ elements }: { elements: unknown[] }) {
  return (
    <>
      {as<Part[]>(elements).map((part, index) => (
        <PartView key={index} part={part} />
      ))}
    </>
  );
}

function PartView({ part }: { part: Part }) {
  const pieces = <Pieces pieces={as<Piece[]>(part.elements)} />;
  const border = part.border ? ' rich--border' : '';
  switch (part.type) {
    case 'rich_text_list':
      return <List part={part} />;
    case 'rich_text_quote':
      return <blockquote class="quote lines">{pieces}</blockquote>;
    case 'rich_text_preformatted':
      return <pre class={`preformatted${border}`}>{pieces}</pre>;
    default:
      return <div class="lines">{pieces}</div>;
  }
}

/** Slack nests by an indent number, not by lists inside lists. */
function List({ part }: { part: Part }) {
  const indent = part.indent ?? 0;
  const items = as<Part[]>(part.elements).map((item, index) => (
    <li key={index} class="lines">
      <Pieces pieces={as<Piece[]>(item.elements)} />
    </li>
  ));
  const kind = `rich-list rich-list--${indent % 3}${part.border ? ' rich--border' : ''}`;
  const style = { marginLeft: `${indent * 24}px` };
  if (part.style !== 'ordered') {
    return (
      <ul class={kind} style={style}>
        {items}
      </ul>
    );
  }
  return (
    <ol class={kind} style={style} start={(part.offset ?? 0) + 1}>
      {items}
    </ol>
  );
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  return (
    <>
      {pieces.map((piece, index) => (
        <Styled key={index} style={piece.style}>
          <PieceView piece={piece} />
        </Styled>
      ))}
    </>
  );
}

function PieceView({ piece }: { piece: Piece }) {
  switch (piece.type) {
    case 'link':
      return <SafeLink url={piece.url ?? ''}>{piece.text ?? piece.url}</SafeLink>;
    case 'emoji':
      return <span class="emoji">{emojiSign(piece.name ?? '', piece.unicode)}</span>;
    case 'user':
      return <Mention id={piece.user_id ?? ''} />;
    case 'channel':
      return <ChannelMention id={piece.channel_id ?? ''} />;
    case 'broadcast':
      return <span class="mention mention--me">@{piece.range}</span>;
    case 'color':
      return <code class="code">{piece.value}</code>;
    case 'date':
      return (
        <DateText
          unix={piece.timestamp ?? Number.NaN}
          format={piece.format ?? ''}
          fallback={piece.fallback ?? ''}
          url={piece.url}
        />
      );
    default:
      return <>{piece.text}</>;
  }
}

function Styled({ style = {}, children }: { style?: Style; children: ComponentChildren }) {
  let inner = <>{children}</>;
  if (style.code) inner = <code class="code">{inner}</code>;
  if (style.strike) inner = <s>{inner}</s>;
  if (style.underline) inner = <u>{inner}</u>;
  if (style.italic) inner = <i>{inner}</i>;
  if (style.bold) inner = <b>{inner}</b>;
  return inner;
}
