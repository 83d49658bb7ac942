import type { ComponentChildren } from 'preact';
import type { TextObject } from '../blocks/shapes.js';
import { useRoom } from '../live/room.js';
import { emojiSign } from './emoji.js';
import { type Inline, type Passage, parseMrkdwn } from './mrkdwn.js';
import { ChannelMention, Mention } from './person-name.js';
import { slackDate } from './slack-date.js';

/** A text object: mrkdwn with its marks, plain text with emoji only. */
export function Text({ text }: { text: TextObject | undefined }) {
  if (!text) return null;
  if (text.type === 'mrkdwn') return <Mrkdwn source={text.text} />;
  return <PlainText text={text.text} emoji={text.emoji !== false} />;
}

/** Plain text; short names become emoji. */
export function PlainText({ text, emoji = true }: { text: string; emoji?: boolean }) {
  if (!emoji) return <>{text}</>;
  return <>{text.replace(/:([a-z0-9_+'-]+):/g, (_, name: string) => emojiSign(name))}</>;
}

/** Slack's mrkdwn as elements. */
export function Mrkdwn({ source }: { source: string }) {
  return (
    <>
      {parseMrkdwn(source).map((passage, index) => (
        <PassageView key={index} passage={passage} />
      ))}
    </>
  );
}

function PassageView({ passage }: { passage: Passage }) {
  if (passage.kind === 'preformatted') return <pre class="preformatted">{passage.text}</pre>;
  const inner = <Inlines inlines={passage.children} />;
  if (passage.kind === 'quote') return <blockquote class="quote">{inner}</blockquote>;
  return <div class="lines">{inner}</div>;
}

function Inlines({ inlines }: { inlines: Inline[] }) {
  return (
    <>
      {inlines.map((inline, index) => (
        <InlineView key={index} inline={inline} />
      ))}
    </>
  );
}

function InlineView({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return <>{inline.text}</>;
    case 'bold':
      return (
        <b>
          <Inlines inlines={inline.children} />
        </b>
      );
    case 'italic':
      return (
        <i>
          <Inlines inlines={inline.children} />
        </i>
      );
    case 'strike':
      return (
        <s>
          <Inlines inlines={inline.children} />
        </s>
      );
    case 'code':
      return <code class="code">{inline.text}</code>;
    case 'link':
      return (
        <SafeLink url={inline.url}>
          <PlainText text={inline.label} />
        </SafeLink>
      );
    case 'user':
      return <Mention id={inline.id} label={inline.label} />;
    case 'channel':
      return <ChannelMention id={inline.id} label={inline.label} />;
    case 'broadcast':
      return <span class="mention mention--me">@{inline.label || inline.id}</span>;
    case 'date':
      return <DateText {...inline} />;
    case 'emoji':
      return <span class="emoji">{emojiSign(inline.name)}</span>;
  }
}

/** A date in the reader's zone, or its fallback for an invalid number. */
export function DateText(props: { unix: number; format: string; fallback: string; url?: string }) {
  const { reader } = useRoom();
  if (!Number.isFinite(props.unix)) return <>{props.fallback}</>;
  const text = slackDate(props.unix, props.format, reader);
  const shown = <time dateTime={new Date(props.unix * 1000).toISOString()}>{text}</time>;
  return props.url ? <SafeLink url={props.url}>{shown}</SafeLink> : shown;
}

/** A link that opens in a new tab; anything but web and mail addresses stays text. */
export function SafeLink({ url, children }: { url: string; children: ComponentChildren }) {
  if (!/^(?:https?:|mailto:)/i.test(url)) return <>{children}</>;
  return (
    <a class="link" href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
