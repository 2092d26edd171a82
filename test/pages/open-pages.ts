import { mkdirSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import axe, { type Result } from 'axe-core';
import { chromium as playwright, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { startTestHub, type TestHub, type TestHubOptions } from '../hub.js';

/** A hub with a real browser before it. */
export interface Pages {
  readonly hub: TestHub;
  readonly browser: Browser;
  /** A window of its own, with nobody signed in. Everything that goes wrong in it, or leaves for another host, is kept in `faults`. */
  window(options?: WindowOptions): Promise<Window>;
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  /** Where the page is, when it is not at the hub itself. */
  readonly url?: string;
}

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
}

/** Only what a browser needs that runs as root in a container: its own rules for pages stay in force. */
const browserArguments = ['--no-sandbox', '--no-zygote', '--headless=shell', '--font-render-hinting=none'];

/** How long a page may take on a machine that runs other tests meanwhile, in milliseconds. */
const patienceMs = 60_000;

/** Starts a hub and a browser, which npm brought along. Close them in `afterAll`. */
export async function openPages(options: TestHubOptions = {}): Promise<Pages> {
  const [hub, executablePath] = await Promise.all([startTestHub(options), chromium.executablePath()]);
  const browser = await playwright.launch({
    executablePath,
    args: browserArguments,
    ignoreDefaultArgs: ['--headless'],
  });
  return {
    hub,
    browser,
    window: (size = {}) => openWindow(browser, { url: hub.url, ...size }),
    async close() {
      await browser.close();
      await hub.close();
    },
  };
}

async function openWindow(browser: Browser, { url = '', width = 1440, height = 900 }: WindowOptions): Promise<Window> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'nl-NL', baseURL: url });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) faults.push(`asked ${request.url()}`);
  });
  return { page, context, faults };
}

/** Signs in as one of the invented people, by their work, and comes back to the page. */
export async function signInAs(page: Page, work: string, start = '/'): Promise<void> {
  await page.goto(start);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByText(new RegExp(`, ${work}$`)).click();
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).waitFor();
}

/** Runs axe in the page, where it stays until the page is left, once no colour is on its way to another; what passes is not gathered, which is most of its work. */
const axeRun = `Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  .then(() => axe.run(document, { resultTypes: ['violations'] })).then(({ violations }) => violations)`;

/** What axe finds against WCAG 2.2 A and AA and its best practices, as one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if (await page.evaluate<boolean>('!window.axe')) await page.evaluate(axe.source);
  // a button sets out for another colour when something moved it from under the pointer
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const violations = await page.evaluate<Result[]>(axeRun);
  await page.emulateMedia({ reducedMotion: null });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** How many pixels a page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Keeps a picture of the page where PAGE_PICTURES names a folder, for somebody to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PAGE_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const portraitSize = { width: 1200, height: 600 };

/** Keeps what a window shows of the page, from its top or from a part of it, for docs/page.md, where DOCS_PICTURES names a folder; the window is then as it was. */
export async function portrait(page: Page, name: string, from?: Locator): Promise<void> {
  const folder = process.env['DOCS_PICTURES'];
  if (folder === undefined) return;
  const before = page.viewportSize() ?? portraitSize;
  await page.setViewportSize(portraitSize);
  await (from ?? page.locator('body')).evaluate((part: { scrollIntoView(): void }) => part.scrollIntoView());
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.setViewportSize(before);
}
