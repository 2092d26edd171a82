import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { broker } from '../../actors.js';
import { codesFor, lookAt } from '../looking.js';
import { openPages, portrait, signInAs, type Pages, type Window } from '../open-pages.js';

const explanation = 'Het kind is weggelopen en er moet vanavond een bed zijn.';

interface Cases {
  readonly cases: { readonly edges: { readonly node: { id: string; number: string; isRestricted: boolean } }[] };
}

let pages: Pages;
let window: Window;
let page: Page;
let secret: { readonly id: string; readonly number: string };

beforeAll(async () => {
  pages = await openPages();
  const { data } = await pages.hub.query<Cases>(
    '{ cases(first: 100) { edges { node { id number isRestricted } } } }',
    {},
    broker,
  );
  secret = data.cases.edges.find(({ node }) => node.isRestricted)?.node ?? { id: '', number: '' };
  window = await pages.window();
  ({ page } = window);
  await signInAs(page, 'zorgbemiddelaar', `/#/casussen/${secret.id}`);
  await page.getByRole('button', { name: 'Passende hulp zoeken' }).press('Enter');
});
afterAll(() => pages.close());

/** Signs in in the tab that a link opens, with a second factor. */
async function proveInNewTab(): Promise<void> {
  const opened = window.context.waitForEvent('page');
  await page.getByRole('link', { name: /^Log in met uw tweede factor/ }).click();
  const other = await opened;
  await other.getByText(/, zorgbemiddelaar$/).click();
  await other.getByLabel(/tweede factor/).check();
  await other.getByRole('button', { name: 'Aanmelden' }).click();
  await other.getByRole('button', { name: 'Uitloggen' }).waitFor();
  await other.close();
}

describe('a care broker who must see at once where a child lives', () => {
  it('reads that it is hidden, and what emergency access means before taking it', async () => {
    await page.getByText('Waar dit kind woont, is afgeschermd.').waitFor();
    expect(await page.getByText('Rond postcode').count()).toBe(0);
    await page.getByRole('link', { name: 'Noodtoegang' }).press('Enter');
    await page.getByRole('heading', { name: 'Noodtoegang' }).waitFor();
    await page.getByText('Dat gebeurt niet in stilte').waitFor();
    await page.getByRole('button', { name: 'Open een uur lang' }).press('Enter');
    await page.locator('select:focus').and(page.getByLabel('Waarom is het nodig?')).waitFor();
    await page.getByText('Schrijf het op in minstens 20 tekens.').waitFor();
    await lookAt(page, 'noodtoegang');
  });

  it('shows a second factor in another tab, and has what was written still there', async () => {
    await page.getByLabel('Waarom is het nodig?').selectOption('MISSING_CHILD');
    await page.getByLabel('Wat is er aan de hand?').fill(explanation);
    await page.getByRole('button', { name: 'Open een uur lang' }).press('Enter');
    await page.getByRole('alert').getByText('Toon eerst opnieuw wie u bent, met uw tweede factor.').waitFor();
    await portrait(page, 'noodtoegang');
    await proveInNewTab();
    expect(await page.getByLabel('Wat is er aan de hand?').inputValue()).toBe(explanation);
    await page.getByRole('button', { name: 'Open een uur lang' }).press('Enter');
    await page.locator('.done:focus').getByText('U hebt noodtoegang.').waitFor();
    await page.getByText('U bent uitgelogd').waitFor({ state: 'detached' });
    await lookAt(page, 'noodtoegang-open');
  });

  it('sees in the case where help is sought, and hides it again when it is no longer needed', async () => {
    await page.getByRole('link', { name: 'Terug naar de casus' }).press('Enter');
    await page.getByText('Rond postcode').waitFor();
    await page.getByRole('link', { name: 'Noodtoegang' }).press('Enter');
    await page.getByRole('button', { name: 'Beëindig noodtoegang' }).press('Enter');
    await page.locator('.done:focus').getByText('Het adres is weer afgeschermd.').waitFor();
    await page.getByRole('link', { name: 'Terug naar de casus' }).press('Enter');
    await page.getByText('Wat gezocht wordt').waitFor();
    expect(await page.getByText('Rond postcode').count()).toBe(0);
  });

  it('breaks no rule of the page and asks no other host', () => {
    expect(window.faults).toEqual([]);
  });
});

describe('a case owner', () => {
  it('reads that it is not for them, and is refused it by the hub', async () => {
    const { page: own } = await pages.window();
    await signInAs(own, 'casushouder', `/#/casussen/${secret.id}/noodtoegang`);
    await own.getByText('Noodtoegang is er voor zorgbemiddelaars.').waitFor();
    expect(await own.getByRole('form').count()).toBe(0);
    const input = { idempotencyKey: 'owner', caseId: secret.id, reason: 'OTHER', explanation };
    expect(await codesFor(own, 'PageBreakGlass', { input })).toEqual(['FORBIDDEN']);
  });
});
