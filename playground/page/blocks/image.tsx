import { as, type BlockProps, type Element, type TextObject } from './shapes.js';

/**
 * Shows an image of this machine and only describes any other, since nothing is fetched from
 * outside.
 */
export function BlockImage({ image, size }: { image: Element; size?: number }) {
  const url = image.image_url ?? '';
  const alt = image.alt_text ?? '';
  if (url.startsWith('/') || url.startsWith('data:image/')) {
    return <img class="picture" src={url} alt={alt} width={size} height={size} />;
  }
  return (
    <span
      class={size ? 'picture-alt picture-alt--small' : 'picture-alt'}
      role="img"
      aria-label={alt}
    >
      {size ? '▦' : `Picture: ${alt}`}
    </span>
  );
}

export function ImageBlock({ block }: BlockProps) {
  const { title } = as<{ title?: TextObject }>(block);
  return (
    <figure class="block block-image">
      {title && <figcaption>{title.text}</figcaption>}
      <BlockImage image={as<Element>(block)} />
    </figure>
  );
}
