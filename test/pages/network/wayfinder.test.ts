import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { lookAt, pressUntil } from '../looking.js';
import { accessibilityFaults, openPages, overflow, picture, portrait, signInAs, type Pages } from '../open-pages.js';

let pages: Pages;
let page: Page;

beforeAll(async () => {
  pages = await openPages();
  ({ page } = await pages.window());
  await signInAs(page, 'zorgbemiddelaar', '/#/netwerk');
});
afterAll(() => pages.close());

describe('the wayfinder', () => {
  it('is followed with the keyboard from what plays to whom to call', async () => {
    await page.getByRole('link', { name: 'Wegwijzer' }).click();
    await page.getByRole('heading', { name: 'Een kind dreigt uit huis te gaan', level: 2 }).waitFor();
    await page.getByRole('link', { name: /^Een kind dreigt uit huis/ }).focus();
    await pressUntil(page, 'Tab', 'Een pleeggezin dreigt');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Een pleeggezin dreigt/, level: 2 }).waitFor();
    expect(await page.locator('.network-flow__step').count()).toBeGreaterThan(1);
    await page.goto(`${pages.hub.url}/#/netwerk/wegwijzer?situatie=OUT_OF_HOME_THREATENS`);
    await page.getByRole('heading', { name: /^Een kind dreigt uit huis/, level: 2 }).waitFor();
    await page.getByRole('link', { name: /^Een jongere van 16/ }).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toMatch(/^tel:\+31/);
  });

  it('is a list of steps with the teams of each, for who does not see the lines', async () => {
    const tree = await page.locator('.network-flow').ariaSnapshot();
    expect(tree).toMatch(/- heading "Een kind dreigt.*\n +- list:\n +- listitem:\n +- heading "Leg de situatie voor/);
    expect(tree).toMatch(/- list "Bel":\n +- listitem:\n +- text: RET 2\.0 \(voorbeeld\)\n +- 'link "Bel RET 2\.0/);
  });

  it('has beside it what to weigh before help of a rung is chosen', async () => {
    await page.getByLabel('Voor welke hulp?').selectOption('RESIDENTIAL_GROUP');
    await page.locator('.network-weighing li').first().waitFor();
    await lookAt(page, 'netwerk-wegwijzer');
    await portrait(page, 'netwerk-wegwijzer');
  });

  it('is there for a provider as well, who works in several regions', async () => {
    const { page: own, faults } = await pages.window();
    await signInAs(own, 'planner van een aanbieder', '/#/netwerk/wegwijzer?situatie=STUCK');
    await own.locator('.network-flow__step').first().waitFor();
    expect(await own.getByLabel('Van welke regio?').inputValue()).toBe('flevoland');
    expect(faults).toEqual([]);
  });

  it('is read at 200 % and on paper as well', async () => {
    await page.setViewportSize({ width: 720, height: 450 });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'netwerk-wegwijzer-papier');
    expect(await page.locator('.network-situations').isVisible()).toBe(false);
    expect(await page.locator('.network-flow__calls').first().isVisible()).toBe(true);
    expect(await overflow(page)).toBe(0);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1440, height: 900 });
  });
});
