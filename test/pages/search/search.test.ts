import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  accessibilityFaults,
  openPages,
  overflow,
  picture,
  portrait,
  signInAs,
  type Pages,
  type Window,
} from '../open-pages.js';

const search = '/#/zoeken?gemeente=Lelystad&geboren=2014&treden=AMBULATORY%2CFOSTER';
const widths = [1440, 390, 320];

let pages: Pages;
let broker: Window;
let page: Page;

beforeAll(async () => {
  pages = await openPages({ environment: { MAP_BORDERS_FILE: bordersFile() } });
  broker = await pages.window();
  ({ page } = broker);
  await signInAs(page, 'zorgbemiddelaar');
});
beforeEach(() => page.setViewportSize({ width: 1440, height: 900 }));
afterAll(() => pages.close());

/** Invented borders: those of a region are its own to give. */
function bordersFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'thuisbasis-borders-')), 'borders.geojson');
  const coordinates = [
    [
      [5.1, 52.25],
      [5.1, 52.45],
      [5.4, 52.7],
      [5.85, 52.85],
      [5.95, 52.6],
      [5.5, 52.25],
      [5.1, 52.25],
    ],
  ];
  const feature = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } };
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  return file;
}

async function open(place: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(place);
}

/** In the browser: how much each text of the map stands out from what it is written on, where that is less than 4.5 to 1. */
const contrastsOfMap = `(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[0-9.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const fill = (element) => light(getComputedStyle(element).fill);
  const ground = document.querySelector('.map__ground');
  const borders = document.querySelector('.map__borders');
  const pairs = [...document.querySelectorAll('.map svg text')].flatMap((text) =>
    [text.parentElement.querySelector('circle')].map((circle) => circle ?? ground).concat(text.className.baseVal === 'map__name' ? [borders] : []).map((under) => [fill(text), fill(under)]),
  );
  if (pairs.length === 0) throw new Error('there is no text on the map');
  return pairs.map(([a, b]) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).filter((ratio) => ratio < 4.5);
})()`;

async function found(): Promise<void> {
  await page.locator('.option').first().waitFor();
}

describe('a care broker who searches', () => {
  it('does so with the keyboard alone, and hears how much was found', async () => {
    await open('/#/zoeken');
    await page.getByRole('heading', { name: 'Zoeken' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Lelystad');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2014');
    await page.keyboard.press('Enter');
    await found();
    expect(await page.getByRole('status').textContent()).toMatch(
      /^De eerste 10 van \d+ opties, .* organisaties en \d+ aanbiedingen bekeken\.$/,
    );
  });

  it('is told that all providers are asked, and then sees the first results', async () => {
    await open('/#/zoeken?gemeente=Lelystad&geboren=2014');
    await found();
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    const told = page.locator('#gevonden');
    await told.getByText('Zoekt bij alle aanbieders').waitFor();
    await told.getByText(/^De eerste 10 van/).waitFor();
  });

  it('reads of each option why it stands there, what is free, how old that is and whom to call', async () => {
    await open(search);
    await found();
    const first = page.locator('.option').first();
    expect(await first.locator('.option__why').textContent()).toBe('Staat bovenaan volgens de afgesproken volgorde.');
    const facts = (await first.locator('dl').textContent()) ?? '';
    expect(facts).toMatch(/Vrij\d+ uur per weekVanafnuAfstand–Cijfer\d+ (min|uur) oud .*Telefoon0\d+ /);
    expect(await first.getByRole('link', { name: /^Bel / }).getAttribute('href')).toMatch(/^tel:\+31/);
  });

  it('reads on demand who did not answer and what fell out', async () => {
    await open(search);
    await found();
    expect(await page.getByRole('heading', { name: /geen actueel cijfer$/ }).isVisible()).toBe(true);
    await page.getByText('Toon wie u kunt bellen').click();
    const table = page.getByRole('table', { name: 'Organisaties zonder actueel cijfer' });
    expect(await table.getByRole('link', { name: /^Bel / }).count()).toBeGreaterThan(3);
    await page.getByText('Toon waarom').click();
    expect(await page.getByText(/^\d+ ×/).count()).toBeGreaterThan(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('compares two options side by side', async () => {
    await open(search);
    await found();
    for (const option of [0, 2])
      await page
        .locator('.option')
        .nth(option)
        .getByLabel(/^Vergelijk/)
        .check();
    const table = page.getByRole('table', { name: 'Vergelijken' });
    expect(await table.getByRole('columnheader').count()).toBe(2);
    expect(await table.getByRole('row', { name: /^Vrij/ }).textContent()).toMatch(/^Vrij\d/);
    await picture(page, 'vergelijken-1440');
    await portrait(page, 'vergelijken');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('looks on a map where the options are, which the list beside it says as well', async () => {
    await open(search);
    await found();
    const map = page.locator('.map svg');
    await map.locator('.map__borders').waitFor();
    expect(await map.getAttribute('aria-hidden')).toBe('true');
    expect(await map.locator('a, button, [tabindex]').count()).toBe(0);
    const ranks = (await map.locator('.map__spot title').allTextContents()).join('\n').match(/^\d+/gm) ?? [];
    const elsewhere = /Niet op de kaart: (\d+)/.exec(await page.locator('.map figcaption').innerText())?.[1] ?? '0';
    expect(ranks.length + Number(elsewhere)).toBe(await page.locator('.option').count());
    expect(await page.evaluate<number[]>(contrastsOfMap)).toEqual([]);
    await picture(page, 'kaart-1440');
    await portrait(page, 'zoeken');
    expect(await accessibilityFaults(page)).toEqual([]);

    const spot = map.locator('.map__spot').last();
    const [rank] = /^\d+/.exec((await spot.locator('title').textContent()) ?? '') ?? [];
    await spot.click();
    await page
      .locator('.option', { has: page.locator(`[aria-label="Nummer ${rank}"]`) })
      .locator('h2:focus')
      .waitFor();
    await page.getByRole('button', { name: 'Verberg de kaart' }).press('Enter');
    await map.waitFor({ state: 'detached' });
    await open(search);
    await found();
    expect(await page.getByRole('button', { name: 'Toon op de kaart' }).getAttribute('aria-expanded')).toBe('false');
    await page.getByRole('button', { name: 'Toon op de kaart' }).press('Enter');
    await map.waitFor();
  });

  it('goes back to the search before, with what the address does not tell', async () => {
    await open('/#/zoeken');
    await page.getByLabel('Gemeente waar het kind woont').fill('Lelystad');
    await page.getByLabel('Geboortejaar').fill('2014');
    await page.getByLabel('Postcode (4 cijfers)').fill('8232');
    await page.keyboard.press('Enter');
    await found();
    expect(page.url()).toContain('gemeente=Lelystad');
    expect(page.url()).not.toContain('8232');
    await page.getByLabel('Geboortejaar').fill('2009');
    await page.keyboard.press('Enter');
    await page.waitForURL(/geboren=2009/);
    await page.goBack();
    await page.waitForURL(/geboren=2014/);
    await found();
    expect(await page.getByLabel('Geboortejaar').inputValue()).toBe('2014');
    expect(await page.getByLabel('Postcode (4 cijfers)').inputValue()).toBe('8232');
    expect(await page.locator('.facts').first().textContent()).toMatch(/Afstand[\d,]+ km/);
  });

  it('is told at which field what must be mended', async () => {
    await open('/#/zoeken');
    await page.getByLabel('Gemeente waar het kind woont').fill('Lutjebroek aan Zee');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.locator('input:focus[aria-invalid]').waitFor();
    expect(await page.getByText('Kies een gemeente uit de lijst.').isVisible()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it.each(widths)('sees the options in a window of %i pixels, with nothing that axe finds', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await open(search);
    await found();
    await picture(page, `zoeken-${width}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
  });

  it('prints what was found, without the form and the buttons', async () => {
    await open(search);
    await found();
    await page.emulateMedia({ media: 'print' });
    await picture(page, 'zoeken-druk');
    expect(await page.getByLabel('Geboortejaar').isVisible()).toBe(false);
    expect(await page.locator('.option').first().isVisible()).toBe(true);
    expect(await page.getByText('Uitloggen').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  it('sends nothing to another host and breaks no rule of the page', () => {
    expect(broker.faults).toEqual([]);
  });
});
