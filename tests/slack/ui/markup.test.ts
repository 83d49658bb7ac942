import { describe, expect, test } from 'vitest';
import { markedParts, withoutMarks } from '../../../src/domain/text/markup.js';
import { marked, markedParagraph } from '../../../src/slack/ui/markup.js';
import { sectionBlock } from '../../../src/slack/ui/sections.js';

const text = (text: string, style?: object) => ({ type: 'text', text, ...(style && { style }) });

describe('a text of a ladder', () => {
  test('is bold, italic, code and a link where it is marked so', () => {
    expect(
      marked('Runs **one** garden _alone_, with `make`, by [the rules](https://a.example/x).'),
    ).toEqual([
      ...[
        text('Runs '),
        text('one', { bold: true }),
        text(' garden '),
        text('alone', { italic: true }),
      ],
      ...[text(', with '), text('make', { code: true }), text(', by ')],
      ...[{ type: 'link', url: 'https://a.example/x', text: 'the rules' }, text('.')],
    ]);
  });

  test.each([
    'Costs 2 * 3 * 4, or *one* way',
    'snake_case_names and __init__',
    '** not bold ** and **never closed',
    '<@U123> <!channel> <https://evil.example|look> &amp;',
    '[a script](javascript:alert(1)) [a file](file:///etc/passwd)',
    '[split\nlines](https://a.example)',
    '# no heading, > no quotation, ~~no stroke~~, <b>no tag</b>',
    ':tada: @everyone #general',
  ])('stands as written in all else: %s', (literal) => {
    expect(marked(literal)).toEqual([text(literal)]);
    expect(withoutMarks(literal)).toBe(literal);
  });

  test('draws its lists as lists', () => {
    expect(
      markedParts('Two things:\n- **Tea**\n- Cake\n\n1. First\n2. Then\nThe end'),
    ).toMatchObject([
      { kind: 'lines', runs: [{ text: 'Two things:' }] },
      {
        kind: 'list',
        ordered: false,
        items: [[{ text: 'Tea', style: 'bold' }], [{ text: 'Cake' }]],
      },
      { kind: 'list', ordered: true, items: [[{ text: 'First' }], [{ text: 'Then' }]] },
      { kind: 'lines', runs: [{ text: 'The end' }] },
    ]);
    expect(markedParagraph('- a\n- b').elements[0]).toMatchObject({
      type: 'rich_text_list',
      style: 'bullet',
    });
  });

  test('keeps its paragraphs', () => {
    const [part] = markedParts('One\n\nTwo');
    expect(part?.kind === 'lines' && part.runs.map(({ text }) => text).join('')).toBe('One\n\nTwo');
  });

  test('has nothing empty among its elements, however many lines are', () => {
    const drawn = markedParagraph('### About\n\n\nTwo things:\n\n- Tea\n- Cake\n\nThe end\n\n');
    expect(JSON.stringify(drawn)).not.toContain('"text":""');
    expect(JSON.stringify(drawn)).toContain('The end');
  });

  test('loses its marks where only plain text goes', () => {
    expect(withoutMarks('**Runs** _one_ `garden` by [the rules](https://a.example)')).toBe(
      'Runs one garden by the rules',
    );
  });

  test('is drawn in every kind of piece of an answer', () => {
    const block = JSON.stringify(
      sectionBlock('Plants', [
        { kind: 'lead', text: 'Lead **b1**\n- item **b2**' },
        { kind: 'point', text: 'Point **b3**' },
        { kind: 'note', label: 'Skills', text: 'Note **b4**' },
      ]),
    );
    for (const word of ['b1', 'b2', 'b3', 'b4']) {
      expect(block).toContain(`{"type":"text","text":"${word}","style":{"bold":true}}`);
    }
  });
});
