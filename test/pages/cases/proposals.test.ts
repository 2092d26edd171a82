import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page, Request } from 'playwright-core';
import { withClient } from '../../../infra/database/client.js';
import { organisationByKey } from '../../../infra/demonstration/organisations.js';
import { broker } from '../../actors.js';
import { caseIdOf } from '../../hub.js';
import { foundOffers, openReferralBefore, type FoundOffer } from './found-offers.js';
import { codesFor, lookAt } from '../looking.js';
import { openPages, portrait, signInAs, type Pages, type Window } from '../open-pages.js';

let pages: Pages;
let window: Window;
let page: Page;
let caseId: string;
/** Options of different providers, in the order in which they are found. */
let offers: FoundOffer[];

beforeAll(async () => {
  pages = await openPages();
  window = await pages.window();
  ({ page } = window);
  caseId = await caseIdOf(pages.hub, 'FL-26-0042');
  offers = await foundOffers(pages.hub, caseId);
  await withClient(pages.hub.database.url('owner'), (client) =>
    client.query('update cases.case_file set owner_organisation_id = $2 where id = $1', [
      caseId,
      organisationByKey('lokale-toegang-almere').id,
    ]),
  );
  await signInAs(page, 'zorgbemiddelaar', `/#/casussen/${caseId}/zoeken`);
  await page.getByRole('button', { name: 'Passende hulp zoeken' }).press('Enter');
});
beforeEach(() => page.unrouteAll({ behavior: 'wait' }));
afterAll(() => pages.close());

function offerAt(place: number): FoundOffer {
  const offer = offers[place];
  if (!offer) throw new Error('the demonstration has options of several providers');
  return offer;
}

/** An option of the search, or what stands of it on the page of the case. */
function optionOf(place: number): Locator {
  const { title, organisation } = offerAt(place);
  return page
    .locator('.option', { hasText: organisation.name })
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .first();
}

async function begin(within: Locator): Promise<void> {
  await within.getByText(/^Andere stappen/).press('Enter');
}

async function press(within: Locator, name: string): Promise<void> {
  await within.getByRole('button', { name, exact: true }).press('Enter');
}

async function hears(text: string | RegExp): Promise<void> {
  await page.getByRole('status').getByText(text).waitFor({ state: 'attached' });
}

/** Does something elsewhere, as another care broker. */
async function elsewhere(mutation: string, input: object): Promise<void> {
  const { errors } = await pages.hub.query(mutation, { input }, { ...broker, subject: 'another-broker' });
  expect(errors).toEqual([]);
}

function proposals(): Locator {
  return page.getByRole('region', { name: 'Voorstellen' });
}

function lineOf(place: number, words: RegExp): Locator {
  return proposals()
    .locator('li', { hasText: offerAt(place).organisation.name })
    .filter({ hasText: words });
}

describe('a care broker who weighs the options of a case', () => {
  it('puts one on the short list with the keyboard, and goes on where it was', async () => {
    const option = optionOf(0);
    await begin(option);
    await press(option, 'Op de lijst');
    await option.getByText('Op de korte lijst', { exact: true }).waitFor();
    await option.locator('summary:focus', { hasText: 'Andere stappen' }).waitFor();
    await hears(`Op de lijst: ${offerAt(0).title}.`);
    await begin(option);
    await option.getByRole('button', { name: 'Past niet', exact: true }).waitFor();
    expect(await option.getByRole('button', { name: /lijst/ }).count()).toBe(0);
    await begin(option);
  });

  it('says why one does not fit, once, though the answer was lost on the way', async () => {
    const option = optionOf(1);
    await begin(option);
    await press(option, 'Past niet');
    await press(option, 'Toch niet');
    await page.locator('button:focus', { hasText: /^Past niet$/ }).press('Enter');
    await press(option, 'Schrijf op');
    await option.getByLabel('Waarom past dit niet?').and(page.locator(':focus')).waitFor();
    await option.getByText('Kies waarom dit niet past.').waitFor();
    await option.getByLabel('Waarom past dit niet?').selectOption('TOO_FAR');
    const sent: unknown[] = [];
    await page.route('**/graphql', async (route) => {
      if (!isAbout(route.request(), 'reason')) return route.continue();
      sent.push((route.request().postDataJSON() as { variables: unknown }).variables);
      if (sent.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await press(option, 'Schrijf op');
    await option.getByRole('alert').getByText('Het is niet zeker of dit gelukt is.').waitFor();
    expect(await option.getByLabel('Waarom past dit niet?').inputValue()).toBe('TOO_FAR');
    await press(option, 'Schrijf op');
    await option.getByText('Afgewezen: te ver van huis', { exact: true }).waitFor();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('puts the case before a provider, and hears under which pseudonym', async () => {
    const option = optionOf(0);
    await begin(option);
    await press(option, 'Leg voor aan aanbieder');
    await option.getByLabel('Op welke grond deelt u dit?').and(page.locator(':focus')).waitFor();
    await lookAt(page, 'voorleggen');
    await portrait(page, 'voorleggen', option);
    await press(option, 'Leg voor');
    await option.getByText('Ligt voor bij de aanbieder', { exact: true }).waitFor();
    await hears(/^Voorgelegd aan .*, onder het pseudoniem \w{4}-\w{4}\.$/);
    await option.locator('summary:focus').waitFor();
    await begin(option);
    await option.getByRole('button', { name: 'Past niet', exact: true }).waitFor();
    expect(await option.getByRole('button', { name: 'Leg voor aan aanbieder' }).count()).toBe(0);
  });

  it('is told when somebody else put the case there meanwhile, and keeps the ground that was chosen', async () => {
    const option = optionOf(2);
    await page.route('**/graphql/stream', (route) => route.abort());
    await page.reload();
    await begin(option);
    await press(option, 'Leg voor aan aanbieder');
    await elsewhere('mutation ($input: ReferCaseInput!) { referCase(input: $input) { isReplay } }', {
      ...{ idempotencyKey: 'elsewhere', caseId, organisationId: offerAt(2).organisation.id, offerId: offerAt(2).id },
    });
    await option.getByLabel('Op welke grond deelt u dit?').selectOption('PROBATION');
    await press(option, 'Leg voor');
    await option
      .getByRole('alert')
      .getByText(/^De genoemde grond volgt niet uit de casus\./)
      .waitFor();
    await option.getByLabel('Op welke grond deelt u dit?').selectOption('CONSENT');
    await press(option, 'Leg voor');
    await option
      .getByRole('alert')
      .getByText(/^Deze casus ligt al voor bij deze aanbieder\./)
      .waitFor();
    await option.getByText('Ligt voor bij de aanbieder', { exact: true }).waitFor();
    expect(await option.getByLabel('Op welke grond deelt u dit?').inputValue()).toBe('CONSENT');
  });
});

describe('a care broker at the proposals of a case', () => {
  it('hears at once that somebody else put it before a provider', async () => {
    await page.goto(`/#/casussen/${caseId}`);
    await lineOf(0, /Ligt voor bij de aanbieder/).waitFor();
    const { id: offerId, organisation } = offerAt(3);
    await elsewhere('mutation ($input: ReferCaseInput!) { referCase(input: $input) { isReplay } }', {
      ...{ idempotencyKey: 'fourth', caseId, organisationId: organisation.id, offerId },
    });
    await page.getByText(`${organisation.name}: ligt voor bij de aanbieder.`).waitFor();
  });

  it('takes a case back from a provider when asked once more, and goes on at the proposals', async () => {
    const line = lineOf(0, /Ligt voor bij de aanbieder/);
    await press(line, `Trek in ${offerAt(0).organisation.name}`);
    await press(line, 'Toch niet');
    await page.locator('button:focus', { hasText: /^Trek in/ }).press('Enter');
    await page.locator('button:focus', { hasText: 'Ja, trek in' }).press('Enter');
    await lineOf(0, /Ingetrokken/).waitFor();
    await page.locator('#voorstellen:focus').waitFor();
    await hears(`Ingetrokken bij ${offerAt(0).organisation.name}.`);
  });

  it('is told when somebody else took it back meanwhile, and sees how it stands', async () => {
    await page.route('**/graphql/stream', (route) => route.abort());
    await page.reload();
    const line = lineOf(2, /Ligt voor bij de aanbieder/);
    await press(line, `Trek in ${offerAt(2).organisation.name}`);
    await elsewhere('mutation ($input: WithdrawReferralInput!) { withdrawReferral(input: $input) { isReplay } }', {
      idempotencyKey: 'back-elsewhere',
      referralId: await openReferralBefore(pages.hub, caseId, offerAt(2)),
    });
    await press(line, 'Ja, trek in');
    await page.getByRole('alert').getByText('Dit kan niet meer: er is intussen iets veranderd.').waitFor();
    await lineOf(2, /Ingetrokken/).waitFor();
    await page.locator('#voorstellen:focus').waitFor();
  });

  it('thinks otherwise of an option that was rejected', async () => {
    const line = lineOf(1, /Afgewezen: te ver van huis/);
    await begin(line);
    await press(line, 'Toch op de lijst');
    await lineOf(1, /Op de korte lijst/).waitFor();
    await lineOf(1, /Op de korte lijst/)
      .locator('summary:focus')
      .waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('reads whose consent lacks and whom to call, once a yes was taken back', async () => {
    const consents = page.getByRole('region', { name: 'Toestemming' });
    const line = consents.locator('li', { hasText: 'De jeugdige zelf · de hulpvraag delen' });
    await line.getByRole('button', { name: /^Trek in/ }).press('Enter');
    await press(line, 'Ja, trek in');
    await line.getByText(/, ingetrokken op /).waitFor();
    await page.locator('#toestemming:focus').waitFor();
    await hears(/^De toestemming is ingetrokken\. De casus ligt bij 2 aanbieders niet meer voor\.$/);
    const shortlisted = lineOf(1, /Op de korte lijst/);
    await begin(shortlisted);
    await press(shortlisted, 'Leg voor aan aanbieder');
    await press(shortlisted, 'Leg voor');
    const told = shortlisted.getByRole('alert');
    await told.getByText('Nodig is een ja van de jeugdige zelf.').waitFor();
    expect(await told.getByRole('link', { name: /^Bel / }).getAttribute('href')).toMatch(/^tel:\+31\d+$/);
    expect(await consents.getByRole('button', { name: 'Leg toestemming vast' }).count()).toBe(0);
    await lookAt(page, 'voorstellen-toestemming-mist');
    await portrait(page, 'voorstellen', proposals());
  });
});

describe('who brought the case', () => {
  it('writes down the yes that lacks with the keyboard, and puts the case before the provider', async () => {
    const own = await pages.window();
    const shown = own.page;
    await signInAs(shown, 'casushouder', `/#/casussen/${caseId}`);
    await shown.getByRole('button', { name: 'Mijn eigen casus' }).press('Enter');
    const line = shown
      .getByRole('region', { name: 'Voorstellen' })
      .locator('li', { hasText: offerAt(1).organisation.name })
      .filter({ hasText: 'Op de korte lijst' });
    await begin(line);
    await press(line, 'Leg voor aan aanbieder');
    await press(line, 'Leg voor');
    await press(line, 'Naar de toestemming');
    await shown.locator('#toestemming:focus').waitFor();
    const consents = shown.getByRole('region', { name: 'Toestemming' });
    await press(consents, 'Leg toestemming vast');
    await press(consents, 'Leg vast');
    await consents.getByLabel('Wie gaf toestemming?').and(shown.locator(':focus')).waitFor();
    await lookAt(shown, 'toestemming-vastleggen');
    await consents.getByLabel('Wie gaf toestemming?').selectOption('YOUTH');
    await press(consents, 'Leg vast');
    await shown.locator('button:focus', { hasText: 'Leg toestemming vast' }).waitFor();
    await shown.getByRole('status').getByText('De toestemming is vastgelegd.').waitFor({ state: 'attached' });
    await press(line, 'Leg voor');
    await shown
      .getByRole('status')
      .getByText(/^Voorgelegd aan /)
      .waitFor({ state: 'attached' });
    expect(own.faults).toEqual([]);
  });
});

describe('who may not', () => {
  it('is refused: a broker to write down a yes, a provider to judge or refer', async () => {
    const consent = {
      idempotencyKey: 'no',
      caseId,
      by: 'YOUTH',
      purpose: 'GIVING_HELP',
      givenAt: '2026-01-01T00:00:00Z',
    };
    expect(await codesFor(page, 'PageRecordConsent', { input: consent })).toEqual(['FORBIDDEN']);
    const { page: provider } = await pages.window();
    await signInAs(provider, 'planner van een aanbieder');
    const judged = { idempotencyKey: 'no', caseId, offerId: offerAt(0).id };
    const referred = { idempotencyKey: 'no', caseId, organisationId: offerAt(0).organisation.id };
    expect(await codesFor(provider, 'PageShortlistOption', { input: judged })).toEqual(['FORBIDDEN']);
    expect(await codesFor(provider, 'PageReferCase', { input: referred })).toEqual(['FORBIDDEN']);
  });

  it('finds a page that sends nothing to another host and breaks no rule', () => {
    expect(window.faults).toEqual([]);
  });
});

function isAbout(request: Request, word: string): boolean {
  return request.postData()?.includes(`"${word}"`) === true;
}
