import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { projectPath } from '../src/project-path.js';

/** One file of the web page. */
export interface PageFile {
  contentType: string;
  body: Buffer;
}

/** The page's modules from node_modules, by the path in its import map. */
const modules: Record<string, string> = {
  '/modules/preact.js': 'preact',
  '/modules/preact/hooks.js': 'preact/hooks',
  '/modules/preact/jsx-runtime.js': 'preact/jsx-runtime',
};

const contentTypes: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Returns the file of a URL path: the page itself at '/', its styles, its compiled modules and
 * Preact's; undefined for every other path. Throws if the page has not been compiled (`tsc -p
 * playground/page`).
 */
export function pages(path: string): PageFile | undefined {
  if (path === '/' || path === '/index.html') return indexPage();
  const module = modules[path];
  if (module) return file(fileURLToPath(import.meta.resolve(module)), 'js');
  const found = /^\/((?:page\/(?:[a-z-]+\/)*)?[a-z-]+)\.(js|css|svg)$/.exec(path);
  if (!found?.[1] || !found[2]) return undefined;
  if (found[2] === 'js') return compiledModule(found[1]);
  return path.startsWith('/page/')
    ? file(projectPath('playground', ...parts(path)), found[2])
    : undefined;
}

/** Returns a module of the page, or the contract that it shares with the server. */
function compiledModule(name: string): PageFile | undefined {
  if (!name.startsWith('page/') && name !== 'contract') return undefined;
  if (!existsSync(compiled('page/main'))) {
    throw new Error('The playground page is not compiled: run `npx tsc -p playground/page`.');
  }
  return file(compiled(name), 'js');
}

function compiled(name: string): string {
  return projectPath('dist', 'playground', ...parts(`${name}.js`));
}

/** The policy allows only the page's own files; the inline import map is allowed by its hash. */
function indexPage(): PageFile {
  const html = readFileSync(projectPath('playground', 'page', 'index.html'), 'utf8');
  const importMap = /<script type="importmap">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(importMap).digest('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return {
    contentType: 'text/html; charset=utf-8',
    body: Buffer.from(html.replace('{{policy}}', policy)),
  };
}

function file(path: string, extension: string): PageFile | undefined {
  const contentType = contentTypes[extension];
  if (!contentType || !existsSync(path)) return undefined;
  return { contentType, body: readFileSync(path) };
}

function parts(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}
