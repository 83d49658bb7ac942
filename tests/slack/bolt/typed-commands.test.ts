import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../../src/project-path.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

const folder = mkdtempSync(join(tmpdir(), 'ladder-typed-'));
const frameworkFile = join(folder, 'ladder.yaml');

let ladder: TestLadder;
beforeAll(async () => {
  const builtIn = readFileSync(projectPath('ladders', 'business-operations.yaml'), 'utf8');
  writeFileSync(frameworkFile, builtIn.replace('aliases: [delivery,', 'aliases: [R&D, delivery,'));
  ladder = await startTestLadder({ config: { frameworkFile } });
});
// Nobody types the next one before the last is through.
afterEach(() => ladder.ladder.idle());
afterAll(async () => {
  await ladder.stop();
  rmSync(folder, { recursive: true });
});

async function answerTo(text: string): Promise<string> {
  const teo = ladder.as('Teo');
  const before = teo.messages().length;
  await teo.command('/ladder', text);
  const message = await ladder.slack.waitFor(() => teo.messages()[before]);
  return message.text;
}

const help = 'What you can ask';
const next = 'From Business Operations Associate to Business Operations Manager';
const senior = 'Senior Business Operations Manager: Senior';
const execution = 'Execution. What it asks on 5 rungs';
const compared = 'From Business Operations Manager to Senior';
const overview = 'You are Business Operations Associate';

describe('what people type after the command', () => {
  it.each([
    ['help!', help],
    ['HELP', help],
    ['Help.', help],
    ['help :tada:', help],
    ['he\u200blp', help],
    ['\ufeffhelp', help],
    ['\u200b\u2060help\u00ad', help],
    ['ｈｅｌｐ', help],
    ['`help`', help],
    ['“help”', help],
    ['help 🙏🏽', help],
    ['help\n', help],
    ['next?', next],
    ['*next*', next],
    ['_next_', next],
    ['~next~', next],
    ['next …', next],
    ['next   ', next],
    ['\u00a0next', next],
    ['"senior"', senior],
    ['“senior”', senior],
    ['«senior»', senior],
    ['‘senior’', senior],
    ['*senior*', senior],
    ['_senior_', senior],
    ['`senior`', senior],
    ['*_senior_*', senior],
    ['SENIOR!!', senior],
    ['sen\u200dior', senior],
    ['ＳＥＮＩＯＲ', senior],
    ['𝐬𝐞𝐧𝐢𝐨𝐫', senior],
    ['senior\u00a0\u2003manager', senior],
    ['&lt;senior&gt;', senior],
    ['<https://example.com/senior|senior>', senior],
    ['(senior)', senior],
    ['execution.', execution],
    ['R&amp;D', execution],
    ['r&amp;d?', execution],
    ['R ＆ D', execution],
    ['senior – execution', 'Execution: 8 behaviours'],
    ['senior,execution', 'Execution: 8 behaviours'],
    ['compare manager—senior', compared],
    ['compare  manager   senior', compared],
    ['Compare: manager → senior', compared],
    ['compare “manager” &amp; “senior”', compared],
    ['search “stakeholders”', '“stakeholders”'],
    ['search stake\u200bholders!', '“stakeholders”'],
    ['search: stakeholders', '“stakeholders”'],
    ['search ＳＴＡＫＥＨＯＬＤＥＲＳ', '“STAKEHOLDERS”'],
    ['', overview],
    ['  ', overview],
    ['!!!', overview],
    ['🎉', overview],
    [':tada:', overview],
    ['about?', 'About the Business Operations ladder'],
  ])('%j is understood', async (text, answer) => {
    expect(await answerTo(text)).toContain(answer);
  });

  it.each([
    'check-in',
    'check–in',
    'check—in',
    'check−in',
    'check‑in',
    'check - in',
    'Check  In',
    'check\u00a0in',
    'checkin!',
    'check_in?',
    '*check-in*',
    'check\u00ad-in',
    '“check in” please',
    'ｃｈｅｃｋ－ｉｎ',
  ])('%j opens the check-in', async (text) => {
    const teo = ladder.as('Teo');
    await teo.command('/ladder', text);
    await ladder.slack.waitFor(() => teo.modal()?.title === 'Check-in');
    await teo.close({ all: true });
  });

  it.each(['team leader', 'Team–Leader', 'team   leader.'])('%j is a role', async (text) => {
    expect(await answerTo(text)).toContain('Business Operations Team Leader');
  });

  it.each([
    ['<@U0MIKA|mika>', '“mika”'],
    ['<@U0MIKA>', '“U0MIKA”'],
    ['<#C0GENERAL|general>', '“general”'],
    ['<https://example.com|a page>', '“a page”'],
    ['wizard &lt;b&gt; &amp;amp; x', '“wizard &lt;b&gt; &amp;amp; x”'],
  ])('%j is nothing on the ladder, and is given back as it was typed', async (text, quoted) => {
    expect(await answerTo(text)).toContain(`I don't find ${quoted} on the ladder`);
  });
});
