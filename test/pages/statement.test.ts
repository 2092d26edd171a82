import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityFaults, openPages, overflow, picture, portrait, type Pages, type Window } from './open-pages.js';

let pages: Pages;
let visitor: Window;

beforeAll(async () => {
  pages = await openPages();
  visitor = await pages.window();
});
afterAll(() => pages.close());

describe('somebody who is not signed in', () => {
  it('goes from the welcome to how accessible the page is, and reads that no status is claimed', async () => {
    const { page } = visitor;
    await page.goto('/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Toegankelijkheid' }).click();
    await page.getByRole('heading', { name: 'Toegankelijkheid', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/toegankelijkheid');
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('Het is niet ondertekend en noemt geen status.');
    expect(text).toContain('EN 301 549');
    expect(text).not.toMatch(/voldoet (volledig|gedeeltelijk|grotendeels)|status [ABCD]\b/i);
    await portrait(page, 'toegankelijkheid');
  });

  it.each([1440, 390, 320])('reads it in a window of %i pixels, with nothing that axe finds', async (width) => {
    const { page } = visitor;
    await page.setViewportSize({ width, height: 900 });
    await picture(page, `toegankelijkheid-${width}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  it('goes back to the welcome, which fits in every window too', async () => {
    const { page, faults } = visitor;
    await page.getByRole('link', { name: 'Naar Thuisbasis' }).click();
    await page.getByRole('button', { name: 'Inloggen' }).waitFor();
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await picture(page, `welkom-${width}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    expect(faults).toEqual([]);
  });

  it('reads it without JavaScript as well', async () => {
    const context = await pages.browser.newContext({ javaScriptEnabled: false, baseURL: pages.hub.url });
    const page = await context.newPage();
    await page.goto('/toegankelijkheid');
    expect(await page.getByRole('heading', { name: 'Loopt u ergens tegenaan?' }).isVisible()).toBe(true);
    await context.close();
  });
});
