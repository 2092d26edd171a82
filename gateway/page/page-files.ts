import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file of the page, as it goes out. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** The same for browsers that take gzip; null where that makes it no smaller. */
  readonly gzipped: Buffer | null;
}

/** The page as it was built: its first document, the others by their name, and everything that names its own content by a hash. */
export interface PageFiles {
  readonly index: PageFile;
  readonly documents: ReadonlyMap<string, PageFile>;
  readonly assets: ReadonlyMap<string, PageFile>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Reads the page from the folder that it was built into, once and for all; null where it was not built. */
export function readPageFiles(folder: URL): PageFiles | null {
  const index = new URL('index.html', folder);
  const assets = new URL('assets/', folder);
  if (!existsSync(index)) return null;
  const names = readdirSync(assets).filter((name) => extname(name) in types);
  const documents = readdirSync(folder).filter((name) => extname(name) === '.html' && name !== 'index.html');
  return {
    index: readFile(index),
    documents: new Map(documents.map((name) => [basename(name, '.html'), readFile(new URL(name, folder))])),
    assets: new Map(names.map((name) => [name, readFile(new URL(name, assets))])),
  };
}

function readFile(file: URL): PageFile {
  const bytes = readFileSync(file);
  const type = types[extname(file.pathname)] ?? 'application/octet-stream';
  let gzipped: Buffer | null = null;
  return {
    type,
    bytes,
    // packed when somebody first asks: most of the files are for developers, and hardly ever asked for
    get gzipped() {
      return type === 'font/woff2' ? null : (gzipped ??= gzipSync(bytes));
    },
  };
}
