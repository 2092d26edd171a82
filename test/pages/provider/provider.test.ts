import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults, openPages, portrait, signInAs, type Pages, type Window } from '../open-pages.js';
import { hold, holdFromCase, letGo, optionOf } from './holding.js';
import { lookAt, pressUntil, signInElsewhere } from '../looking.js';

const planner = { role: 'provider-planner', organisation: 'rietvink' } as const;
const number = 'FL-26-0042';

interface Offer {
  readonly key: string;
  readonly title: string;
  readonly latestReport: { readonly maximum: number } | null;
}

let pages: Pages;
let provider: Window;
let page: Page;
let broker: Window;
/** Those of the planner's organisation that have a figure, help at home first. */
let offers: readonly Offer[];

beforeAll(async () => {
  pages = await openPages();
  const asked = '{ offers(first: 100) { edges { node { key title latestReport { maximum } } } } }';
  const { data } = await pages.hub.query<{ offers: { edges: { node: Offer }[] } }>(asked, {}, planner);
  offers = data.offers.edges
    .map(({ node }) => node)
    .filter(({ latestReport }) => latestReport)
    .toSorted((a, b) => a.key.localeCompare(b.key));
  provider = await pages.window();
  ({ page } = provider);
  broker = await pages.window();
  await signInAs(page, 'planner van een aanbieder', '/#/aanbieder');
  await signInAs(broker.page, 'zorgbemiddelaar', '/#/casussen');
});
afterAll(() => pages.close());

/** The row of an offer in the table of the provider. */
function rowOf({ key }: Offer): Locator {
  return page.locator('tr', { hasText: key }).first();
}

function offerAt(index: number): Offer {
  const offer = offers[index];
  if (!offer) throw new Error(`the provider has ${offers.length} offers with a figure`);
  return offer;
}

/** A spreadsheet as CSV, as if it lay on the desk of the planner. */
function csv(...rows: readonly string[]) {
  return {
    name: 'maandag.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['aanbod;vrij;maximum', ...rows].join('\n')),
  };
}

describe('a provider on a Monday', () => {
  it('sees what waits for an answer, what it told and how old that is', async () => {
    await page.getByRole('table', { name: 'Uw aanbod' }).waitFor();
    await page.getByRole('heading', { name: /^Wacht op uw antwoord \(1\)/ }).waitFor();
    await page.getByText('Wat gezocht wordt').click();
    expect(await rowOf(offerAt(0)).textContent()).toMatch(/ van \d+ .* oud/);
    await lookAt(page, 'aanbieder');
  });

  it('makes everything new in one click, and is told what it must look at itself', async () => {
    await page.getByRole('button', { name: 'Niets veranderd', exact: true }).click();
    await page.getByText(/^Niets veranderd: \d+ cijfers zijn weer van nu\.$/).waitFor();
    await page.getByText('er is nog geen cijfer. Kies Wijzig om er een in te vullen.').waitFor();
    await page.getByText(/^0 wordt oud$/).waitFor();
    await lookAt(page, 'aanbieder-bevestigd');
  });

  it('does so for one offer as well', async () => {
    await rowOf(offerAt(0))
      .getByRole('button', { name: /^Niets veranderd/ })
      .click();
    await page
      .getByText(`Niets veranderd bij ${offerAt(0).title} (${offerAt(0).key}): het cijfer is weer van nu.`)
      .waitFor();
    await rowOf(offerAt(0)).getByText('0 min oud').waitFor();
  });

  it('changes one figure by hand, and hears what is wrong before anything is sent', async () => {
    const offer = offerAt(1);
    await rowOf(offer)
      .getByRole('button', { name: /^Wijzig/ })
      .click();
    const form = page.getByRole('form', { name: /^Wijzig het cijfer/ });
    await form.getByLabel('Nu vrij').fill('9999');
    await form.getByLabel('In totaal').fill('3');
    await form.getByRole('button', { name: 'Sla op' }).click();
    await form.getByText('Er kan niet meer vrij zijn dan er in totaal is.').waitFor();
    await form.getByLabel('Nu vrij').and(page.locator(':focus')).waitFor();
    await lookAt(page, 'aanbieder-cijfer');
    await form.getByLabel('Nu vrij').fill('2');
    await form.getByRole('button', { name: 'Sla op' }).click();
    await page.getByText(`Opgeslagen: ${offer.title} (${offer.key}).`).waitFor();
    await rowOf(offer).getByText('2 van 3').waitFor();
  });

  it('keeps what was typed when the session is over or the line is down, and sends it once', async () => {
    const offer = offerAt(1);
    await rowOf(offer)
      .getByRole('button', { name: /^Wijzig/ })
      .click();
    const form = page.getByRole('form', { name: /^Wijzig het cijfer/ });
    await form.getByLabel('Nu vrij').fill('1');
    await page.context().clearCookies();
    await form.getByRole('button', { name: 'Sla op' }).click();
    await page.getByText('U bent uitgelogd').waitFor();
    await signInElsewhere(provider, 'planner van een aanbieder');
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByText('U bent uitgelogd').waitFor({ state: 'detached' });
    const sent: string[] = [];
    await page.route('**/graphql', async (route) => {
      sent.push(route.request().postData() ?? '');
      if (sent.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await form.getByRole('button', { name: 'Sla op' }).click();
    await form.getByText('Het is niet zeker of dit gelukt is.').waitFor();
    expect(await form.getByLabel('Nu vrij').inputValue()).toBe('1');
    await form.getByRole('button', { name: 'Sla op' }).click();
    await page.getByText(`Opgeslagen: ${offer.title} (${offer.key}).`).waitFor();
    await page.unrouteAll();
    expect(sent[1]).toBe(sent[0]);
    await rowOf(offer).getByText('1 van 3').waitFor();
  });

  it('takes nobody in for a while, and then does again', async () => {
    const offer = offerAt(1);
    await rowOf(offer)
      .getByRole('button', { name: /^Opnamestop/ })
      .click();
    const form = page.getByRole('form', { name: /^Opnamestop/ });
    await form.getByRole('button', { name: 'Stop de opname' }).click();
    await form.getByText('Kies een reden.').waitFor();
    await lookAt(page, 'aanbieder-opnamestop');
    await form.getByLabel('Waarom neemt u niemand op?').selectOption('STAFF_SHORTAGE');
    await form.getByRole('button', { name: 'Stop de opname' }).click();
    await rowOf(offer).getByText('opnamestop: te weinig personeel').waitFor();
    await rowOf(offer)
      .getByRole('button', { name: /^Open de opname/ })
      .click();
    await rowOf(offer)
      .getByRole('button', { name: /^Opnamestop/ })
      .waitFor();
  });
});

describe('a file of a provider', () => {
  it('is looked at first: what would change, and by its row what is wrong', async () => {
    const [good, bad] = [offerAt(0), offerAt(1)];
    await page.getByRole('link', { name: 'Stuur een bestand in' }).click();
    await lookAt(page, 'bestand');
    await page.getByLabel(/^Kies (het|een ander) bestand$/).setInputFiles(csv(`${good.key};7;9`, `${bad.key};veel;9`));
    await page.getByRole('table', { name: 'Fouten in het bestand' }).getByText('regel 3, kolom B').waitFor();
    await page.getByText(/^1 cijfer verandert, .*1 regel klopt niet\.$/).waitFor();
    expect(await page.getByRole('button', { name: 'Publiceer alleen de goede regel' }).isVisible()).toBe(true);
    await lookAt(page, 'bestand-fout');
  });

  it('waits on the page while nobody is signed in, and goes on from there', async () => {
    const key = offerAt(0).key;
    await page.context().clearCookies();
    await page.getByLabel(/^Kies (het|een ander) bestand$/).setInputFiles(csv(`${key};7;9`));
    await page.getByText('Uw bestand staat nog klaar.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await signInElsewhere(provider, 'planner van een aanbieder');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.getByRole('button', { name: 'Publiceren' }).waitFor();
    await page.getByText('U bent uitgelogd').waitFor({ state: 'detached' });
  });

  it('is mended and published, and the search of the broker has the new figures', async () => {
    const [good, mended] = [offerAt(0), offerAt(1)];
    await page.getByLabel(/^Kies (het|een ander) bestand$/).setInputFiles(csv(`${good.key};4;9`, `${mended.key};7;9`));
    await page.getByRole('table', { name: 'Wat er verandert' }).getByText('7 van 9').waitFor();
    await lookAt(page, 'bestand-goed');
    await page.getByRole('button', { name: 'Publiceren' }).click();
    await page.getByText(/^2 cijfers veranderd/).waitFor();
    await lookAt(page, 'bestand-gepubliceerd');
    await page.getByRole('link', { name: 'Bekijk uw cijfers' }).click();
    await rowOf(mended).getByText('7 van 9').waitFor();

    const { page: own } = broker;
    await own.getByRole('link', { name: number }).click();
    await own.getByRole('button', { name: 'Passende hulp zoeken' }).click();
    await own.getByRole('link', { name: 'Zoek passende hulp' }).click();
    await optionOf(own, mended).getByText('7 uur per week').waitFor();
  });

  it('can be had to fill in, with the offers of the provider', async () => {
    await page.getByRole('link', { name: 'Stuur een bestand in' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Haal het invulbestand op' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('cijfers.xlsx');
    await page.getByLabel(/^Kies (het|een ander) bestand$/).setInputFiles(await download.path());
    await page.getByText(new RegExp(`${offers.length + 1} regels zijn niet ingevuld`)).waitFor();
    await page.getByRole('link', { name: 'Terug naar uw cijfers' }).click();
  });
});

describe('a place that a broker asks for', () => {
  it('comes onto the screen by itself, is promised with the keyboard alone, and the broker sees it after asking again', async () => {
    await hold(broker.page, offerAt(1));
    const request = page.locator('.request', { hasText: 'uur per week' });
    await request.locator('.countdown__left').waitFor();
    expect(await page.locator('main .news').textContent()).toBe(`Nieuwe aanvraag: ${offerAt(1).title}.`);
    await lookAt(page, 'aanbieder-aanvraag');
    await portrait(page, 'aanbieder');
    await page.getByRole('button', { name: 'Kijk opnieuw' }).focus();
    await pressUntil(page, 'Tab', 'Ja, wij houden dit vrij');
    await page.keyboard.press('Enter');
    await page.getByText(/^Toegezegd: 1 uur per week bij .* U houdt dit vrij tot /).waitFor();
    await page.locator(':focus', { hasText: /^Toegezegd/ }).waitFor();
    await page.getByText('Wat u toezegde en nog vasthoudt (1)').click();
    await page.locator('.holds .countdown__left').waitFor();

    const { page: own } = broker;
    await own.getByRole('link', { name: 'Bekijk wat u vasthoudt' }).click();
    await own.locator('.holds__live', { hasText: 'Toegezegd door de aanbieder' }).waitFor();
  });

  it('leaves what is typed where it is withdrawn meanwhile', async () => {
    await letGo(broker.page);
    await holdFromCase(broker.page, offerAt(1));
    const request = page.locator('.request', { hasText: 'uur per week' });
    await request.getByRole('button', { name: /^Nee/ }).click();
    await request.getByLabel(/^Toelichting/).fill('Wij zoeken nog iemand.');
    await letGo(broker.page);
    await page.getByRole('alert').getByText('Dit wacht niet meer op uw antwoord').waitFor();
    const left = page.locator('.request', { hasText: 'Dit wacht niet meer' });
    expect(await left.getByLabel(/^Toelichting/).inputValue()).toBe('Wij zoeken nog iemand.');
    await lookAt(page, 'aanbieder-ingetrokken');
    await left.getByRole('button', { name: 'Toch niet' }).click();
    await left.waitFor({ state: 'detached' });
  });

  it('is refused with a reason, which is asked for', async () => {
    await holdFromCase(broker.page, offerAt(1));
    const request = page.locator('.request', { hasText: 'uur per week' });
    await request.getByRole('button', { name: /^Nee/ }).click();
    await request.getByRole('button', { name: 'Wijs af' }).click();
    await request.getByText('Kies een reden.').waitFor();
    await request.getByLabel('Waarom niet?').selectOption('OTHER');
    await request.getByRole('button', { name: 'Wijs af' }).click();
    await request.getByText('Leg in een zin uit waarom.').waitFor();
    await lookAt(page, 'aanbieder-nee');
    await request.getByLabel('Waarom niet?').selectOption('STAFF_MISSING');
    await request.getByRole('button', { name: 'Wijs af' }).click();
    await page.getByText(/^Afgewezen: /).waitFor();

    await broker.page.locator('.holds li', { hasText: 'Afgewezen door de aanbieder' }).waitFor();
  });

  it('was told in a message, which is read once', async () => {
    await page.getByRole('heading', { name: /^Berichten \(\d+ nieuw\)/ }).waitFor();
    await page.getByRole('button', { name: 'Ik heb deze gelezen' }).click();
    await page.getByText('Geen nieuwe berichten.').waitFor();
  });
});

describe('a case that lies before a provider', () => {
  it('is answered without a name', async () => {
    const request = page.locator('.request', { hasText: 'Vraag over' });
    await request.getByRole('button', { name: /^Nee/ }).click();
    await request.getByLabel('Waarom niet?').selectOption('NO_CAPACITY');
    await request.getByRole('button', { name: 'Wijs af' }).click();
    await page.getByText(/^Nee gezegd op: Vraag over /).waitFor();
    await page.getByText('Niets. U bent bij.').waitFor();
  });
});

describe('who is no provider', () => {
  it('has no entry for it in the menu, and is refused what the page asks', async () => {
    const { page: own } = broker;
    expect(await own.getByRole('navigation').getByRole('link', { name: 'Aanbieder' }).count()).toBe(0);
    await own.goto('/#/aanbieder');
    await own.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
    const refused = await own.evaluate<unknown>(`fetch('import?isRehearsal=true', {
      method: 'POST', body: 'x', headers: { 'content-type': 'application/octet-stream' },
    }).then((answer) => answer.status)`);
    expect(refused).toBe(403);
  });

  it('breaks no rule of the page', () => {
    expect([...provider.faults, ...broker.faults]).toEqual([]);
  });
});
