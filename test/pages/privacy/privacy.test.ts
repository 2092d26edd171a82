import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { broker } from '../../actors.js';
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

const widths = [1440, 390, 320];
const explanation = 'Vader staat nu bij de school, er moet <b>vandaag</b> een plek zijn.';

let pages: Pages;
let officer: Window;
let page: Page;
let caseId: string;

interface Cases {
  readonly cases: { readonly edges: { readonly node: { id: string; isRestricted: boolean } }[] };
}

beforeAll(async () => {
  pages = await openPages();
  const { data } = await pages.hub.query<Cases>(
    '{ cases(first: 100) { edges { node { id isRestricted } } } }',
    {},
    broker,
  );
  caseId = data.cases.edges.find(({ node }) => node.isRestricted)?.node.id ?? '';
  const input = { idempotencyKey: randomUUID(), caseId, reason: 'IMMEDIATE_DANGER', explanation };
  const actor = { ...broker, subject: 'els', secondFactorMinutesAgo: 1 };
  expect((await pages.hub.query(committedDocument('break-glass'), { input }, actor)).errors).toEqual([]);
  officer = await pages.window();
  ({ page } = officer);
  await signInAs(page, 'functionaris gegevensbescherming');
});
afterAll(() => pages.close());

describe('a privacy officer', () => {
  it('sees who opened a secret address, why, until when and what waits for a verdict', async () => {
    const opening = page.getByRole('article');
    await opening.getByText('Toelichting').waitFor();
    await page.getByText('Nog te beoordelen: 1. Geen daarvan is te laat.').waitFor();
    const text = await opening.innerText();
    expect(text).toContain(explanation);
    expect(text).toMatch(/nu open/);
    expect(text).toMatch(/Wie\s+els\s+Waarvoor\s+Passende hulp zoeken\s+Waarom\s+acuut gevaar/);
    expect(await page.locator('main b').count()).toBe(0);
    await portrait(page, 'privacy');
  });

  it.each(widths)('sees it in a window of %i pixels, with nothing that axe finds', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await picture(page, `privacy-${width}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('reads who looked at the case, that it was in an emergency, and what for', async () => {
    await page.getByRole('link', { name: /^Wie keek in deze casus/ }).click();
    const row = page.getByRole('row', { name: /De noodtoegang gemaakt/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/Zorgbemiddelaar\s+els\s+De noodtoegang gemaakt\s+Passende hulp zoeken/);
    await portrait(page, 'wie-keek');
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await picture(page, `wie-keek-${width}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('finds a case that somebody asked about by its identifier, and is told what is wrong with another', async () => {
    await page.getByRole('link', { name: 'Naar privacy' }).click();
    await page.getByLabel('Kenmerk van de casus').fill('FL-26-0042');
    await page.keyboard.press('Enter');
    await page.getByText('Vul het hele kenmerk in').waitFor();
    await page.getByLabel('Kenmerk van de casus').fill(randomUUID());
    await page.keyboard.press('Enter');
    await page.getByText('Over deze casus is niets opgeschreven. Klopt het kenmerk?').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goBack();
    await page.getByLabel('Kenmerk van de casus').fill(caseId.toUpperCase());
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /De noodtoegang gemaakt/ }).waitFor();
    await page.goBack();
  });

  it('says what was found of it, and hears that it is written down', async () => {
    const opening = page.getByRole('article');
    await opening.getByRole('button', { name: 'Leg vast' }).click();
    await opening.getByText('Kies een oordeel.').waitFor();
    await opening.getByLabel('Oordeel', { exact: true }).selectOption('JUSTIFIED');
    await opening.getByRole('button', { name: 'Leg vast' }).press('Enter');
    await opening.getByText(/^terecht, /).waitFor();
    await page.getByText('Alles is beoordeeld.').waitFor();
    await page.locator('#noodtoegang:focus').waitFor();
    expect(await opening.getByRole('form').count()).toBe(0);
    expect(await page.getByRole('status').textContent()).toBe('Vastgelegd: terecht.');
  });

  it('breaks no rule of the page and asks no other host', () => {
    expect(officer.faults).toEqual([]);
  });
});

describe('a case owner', () => {
  it('reads from the own case who looked at it, and nobody else does', async () => {
    const { page: own, faults } = await pages.window();
    await signInAs(own, 'casushouder', '/#/casussen');
    await own
      .getByRole('table', { name: /^Open casussen/ })
      .getByRole('link')
      .first()
      .click();
    await own.getByRole('button', { name: 'Mijn eigen casus' }).click();
    await own.getByRole('link', { name: 'Wie keek in deze casus?' }).click();
    await own
      .getByRole('row', { name: /Casushouder.*De casus bekeken Eigen casus/ })
      .first()
      .waitFor();
    expect(await accessibilityFaults(own)).toEqual([]);
    await own.getByRole('link', { name: 'Naar privacy' }).click();
    await own.getByText('Kies een casus bij Casussen om te zien wie daarin keek.').waitFor();
    expect(await own.getByRole('button', { name: 'Leg vast' }).count()).toBe(0);
    expect(faults).toEqual([]);

    const { page: other } = await pages.window();
    await signInAs(other, 'zorgbemiddelaar', `/#/privacy/${caseId}`);
    await other.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
  });
});
