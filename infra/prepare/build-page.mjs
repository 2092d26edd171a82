import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { outputFolder, pageManifestFile, readPageSources } from './sources.mjs';
import { root } from './root.mjs';

/** Builds the page of `web/` into dist/page/. What it was built from is written last: a build that breaks off is done again. */
export async function buildPage() {
  console.error('Building the page …');
  const sources = readPageSources();
  rmSync(pageManifestFile, { force: true });
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: `${root}web`,
    // addresses are relative: the page works below whatever path a proxy gives it
    base: './',
    logLevel: 'error',
    // a page looks the same under every NODE_ENV: a test must see what people see
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutUnusedTokens(), withoutInlineFonts()],
    worker: { format: 'es' },
    build: {
      outDir: `${outputFolder}page`,
      emptyOutDir: true,
      target: 'es2022',
      // the policy of the page allows no data: addresses
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      license: true,
      rollupOptions: { input: documents() },
    },
  });
  writeFileSync(pageManifestFile, sources);
}

/** Every document that the hub serves: the page itself, and what is read beside it. */
function documents() {
  const names = readdirSync(`${root}web`).filter((name) => name.endsWith('.html'));
  return names.map((name) => `${root}web/${name}`);
}

const tokens = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';

/** Of the thousands of design tokens only those of components that the page uses: the rest would be most of its CSS. */
function withoutUnusedTokens() {
  return {
    name: 'without-unused-tokens',
    enforce: 'pre',
    load(id) {
      const [file] = id.split('?');
      if (!file.endsWith(tokens)) return null;
      return readFileSync(file, 'utf8').replaceAll(/^\s*--(?!basis-|utrecht-|voorbeeld-)[\w-]+:.*$\n?/gm, '');
    },
  };
}

/** GraphiQL brings fonts along inside its style sheet, which the policy of the page refuses: it gets those that the hub serves. */
function withoutInlineFonts() {
  return {
    name: 'without-inline-fonts',
    enforce: 'pre',
    load(id) {
      const [file] = id.split('?');
      if (!file.endsWith('/graphiql/dist/style.css')) return null;
      return readFileSync(file, 'utf8').replaceAll(/@font-face\s*\{[^}]*url\(["']?data:[^}]*\}/g, '');
    },
  };
}
