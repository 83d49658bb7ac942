/** Small payloads to put together in the payload tests. */

export function plain(text: string) {
  return { type: 'plain_text', text };
}

export function button(text: string, more: Record<string, unknown> = {}) {
  return { type: 'button', text: plain(text), ...more };
}

export function option(value: string) {
  return { text: plain(value), value: value.slice(0, 75) };
}

export function richText(text: string) {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}

/** A message or a Home with this one block. */
export function inBlock(block: unknown, surface: 'message' | 'home' = 'message') {
  return surface === 'home' ? { type: 'home', blocks: [block] } : { text: 'x', blocks: [block] };
}

export function modalWith(blocks: unknown[], more: Record<string, unknown> = {}) {
  return { type: 'modal', title: plain('Check-in'), submit: plain('Save'), blocks, ...more };
}

export function inputBlock(element: unknown, more: Record<string, unknown> = {}) {
  return { type: 'input', label: plain('How'), element, ...more };
}

export const alert = { type: 'alert', text: plain('The database is away') };
export const raw = (text: string) => ({ type: 'raw_text', text });
export const table = (rows: unknown[][]) => ({ type: 'table', rows });
export const pie = { type: 'pie', segments: [{ label: 'Done', value: 3 }] };
export const chart = (content: unknown) => ({
  type: 'data_visualization',
  title: 'Ratings',
  chart: content,
});
export const select = (more: Record<string, unknown>) => ({ type: 'static_select', ...more });
export const line = (labels: string[], categories: string[]) => ({
  type: 'line',
  series: [{ name: 'Self', data: labels.map((label) => ({ label, value: 1 })) }],
  axis_config: { categories },
});
