import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { colleague, takeElsewhere } from '../elsewhere.js';
import { codesFor, lookAt, signInElsewhere } from '../looking.js';
import { openPages, portrait, signInAs, type Pages, type Window } from '../open-pages.js';

interface Requests {
  readonly networkRequests: { readonly edges: { readonly node: { id: string; version: number } }[] };
}

const number = 'FL-26-0042';

let pages: Pages;
let broker: Window;
let owner: Window;
let expert: Window;
let page: Page;

beforeAll(async () => {
  pages = await openPages();
  [broker, owner, expert] = await Promise.all([pages.window(), pages.window(), pages.window()]);
  ({ page } = broker);
  await Promise.all([
    signInAs(page, 'zorgbemiddelaar'),
    signInAs(owner.page, 'casushouder', '/#/netwerk/vraag'),
    signInAs(expert.page, 'lid van het regionaal expertteam', '/#/netwerk/vraag'),
  ]);
});
afterAll(() => pages.close());

/** The question that was asked last in the region. */
async function newestRequest(): Promise<{ readonly id: string; readonly version: number }> {
  const document = '{ networkRequests(first: 1) { edges { node { id version } } } }';
  const { data } = await pages.hub.query<Requests>(document, {}, colleague);
  const [first] = data.networkRequests.edges;
  if (!first) throw new Error('nothing was asked');
  return first.node;
}

/** What somebody can do with the question about youth law, by the words on its buttons. */
async function stepsAt(own: Page): Promise<string[]> {
  const buttons = own.locator('.network-request', { hasText: 'jeugdrecht' }).locator('.buttons').getByRole('button');
  return (await buttons.allTextContents()).map((text) => text.replace(/:.*/, ''));
}

describe('who can help', () => {
  it('is found by a word with a typing error, with why, how sure that is and whom to call', async () => {
    await page.getByRole('link', { name: 'Netwerk' }).click();
    await page.getByLabel('Gemeente waar hulp nodig is').fill('Lelystad');
    await page.getByLabel('Functie, naam of deskundigheid').fill('systeemtherapuet');
    await page.keyboard.press('Enter');
    const first = page.locator('.network-person').first();
    await first.waitFor();
    const text = await first.textContent();
    expect(text).toMatch(/systeemtherapeut.* wat u zoekt\./);
    expect(text).toMatch(/bevestigd/);
    expect(await first.getByRole('link', { name: /^Bel / }).count()).toBe(1);
    await page.locator(':focus', { hasText: /^Professionals/ }).waitFor();
    await page.getByText('Bekijk de teams').click();
    await page
      .getByRole('table', { name: /^Teams/ })
      .getByText('RET 2.0 (voorbeeld)')
      .waitFor();
    expect(new URL(page.url()).hash).toBe('#/netwerk?gemeente=Lelystad&woorden=systeemtherapuet');
    await lookAt(page, 'netwerk-wie');
    await portrait(page, 'netwerk-wie');
  });

  it('is sought by expertise and hours that are free, or everywhere in a municipality, and back goes back to what was sought before', async () => {
    await page.getByText('Kies deskundigheid').click();
    await page.getByRole('checkbox', { name: 'trauma' }).check();
    await page.getByText('Met vrije uren').click();
    await page.getByLabel('Uren per week').fill('1');
    await page.getByLabel('Functie, naam of deskundigheid').fill('');
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await page.getByText('Heeft in deze periode genoeg uren vrij.').first().waitFor();
    await page
      .getByText(/uur per week vrij$/)
      .first()
      .waitFor();
    await page.getByRole('checkbox', { name: 'trauma' }).uncheck();
    await page.getByLabel('Uren per week').fill('');
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await page.getByRole('button', { name: 'Toon meer' }).click();
    await page.getByRole('heading', { name: 'Professionals (20 of meer)' }).waitFor();
    await page.goBack();
    await page.goBack();
    await page.getByText('Functie, naam of deskundigheid is wat u zoekt.').first().waitFor();
    expect(await page.getByLabel('Functie, naam of deskundigheid').inputValue()).toBe('systeemtherapuet');
  });
});

describe('a duo for a family', () => {
  /** Somebody who has the hours as well, and does not go. */
  let able: string;

  it('is found for a case, with why and how sure what is known of both is', async () => {
    await page.getByRole('link', { name: 'Duo plannen' }).click();
    await page.getByRole('link', { name: number }).click();
    await page.getByRole('button', { name: 'Passende hulp zoeken' }).click();
    await page.getByRole('heading', { name: `Duo voor casus ${number}` }).waitFor();
    await page.getByLabel('Uren per week').fill('2,3');
    await page.getByRole('button', { name: 'Zoek een duo' }).click();
    await page.getByText('in stappen van een half uur').waitFor();
    await page.getByLabel('Uren per week').fill('2');
    await page.getByLabel('Weken').fill('6');
    await Promise.all([page.waitForURL(/uren=2&weken=6/), page.getByRole('button', { name: 'Zoek een duo' }).click()]);
    await page.locator('section[aria-busy="false"]').waitFor();
    await page.getByText('Van twee verschillende organisaties.').first().waitFor();
    expect(
      await page
        .locator('.network-pair')
        .first()
        .getByText(/bevestigd/)
        .count(),
    ).toBe(2);
  });

  it('is sent, and both are booked', async () => {
    const names = await page.locator('.network-pair strong').allTextContents();
    able = names.find((name, index) => index > 1 && !names.slice(0, 2).includes(name)) ?? '';
    const duo = page.locator('.network-duo').first();
    await duo.getByRole('button', { name: /^Stuur dit duo/ }).click();
    await duo.getByRole('button', { name: 'Leg vast' }).click();
    await duo.getByText('Kies waarvoor het duo gaat.').waitFor();
    await lookAt(page, 'netwerk-duo');
    await duo.getByLabel('Waarvoor?').selectOption('PREVENT_OUT_OF_HOME');
    await duo.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByText(/^Gepland: .* Hun uren zijn vastgelegd\.$/).waitFor();
    await page.locator(':focus', { hasText: /^Gepland/ }).waitFor();
    await page.locator('.holds__live', { hasText: 'Het duo is bij het gezin' }).waitFor();
    await portrait(page, 'netwerk-duo');
  });

  it('goes on for longer, has somebody else in it, and stops', async () => {
    const sent = page.locator('.holds__live');
    await sent.getByRole('button', { name: /^Verleng/ }).click();
    await sent.getByRole('button', { name: 'Verleng het duo' }).click();
    await sent.getByText('Kies een dag na de laatste dag').waitFor();
    const last = await sent.getByLabel('Nieuwe laatste dag').inputValue();
    await sent.getByLabel('Nieuwe laatste dag').fill(weekAfter(last));
    await sent.getByRole('button', { name: 'Verleng het duo' }).click();
    await page.getByText(/^Verlengd: /).waitFor();
    await sent.getByRole('button', { name: /^Wissel/ }).click();
    await sent.getByRole('button', { name: 'Toch niet' }).click();
    await page.locator(':focus', { hasText: /^Wissel/ }).waitFor();
    await page.keyboard.press('Enter');
    const joining = sent.getByLabel('Wie neemt het over?').locator('option', { hasText: able });
    await sent.getByLabel('Wie stopt?').selectOption({ index: 1 });
    await sent.getByLabel('Wie neemt het over?').selectOption(await joining.getAttribute('value'));
    await sent.getByRole('button', { name: 'Wissel vanaf vandaag' }).click();
    await page.getByText(new RegExp(`^Gewisseld: ${able}, .* neemt het over van `)).waitFor();
    await sent.locator('ul > li', { hasText: able }).waitFor();
    await sent.getByRole('button', { name: /^Beëindig/ }).click();
    await sent.getByLabel('Waarom stopt het duo?').selectOption('GOAL_REACHED');
    await sent.getByRole('button', { name: 'Beëindig het duo' }).click();
    await page.getByText(/^Beëindigd: .* weer vrij\.$/).waitFor();
    await page.locator('.holds li', { hasText: 'het doel is bereikt' }).waitFor();
  });
});

describe('a question to the network', () => {
  it('waits on the page while nobody is signed in, and is then asked of a team that calls back within 48 hours', async () => {
    const { page: own } = owner;
    await own.getByLabel('Wat wilt u?').selectOption('CONSULT_ADVICE');
    await own.getByRole('button', { name: 'Stel de vraag' }).click();
    await own.getByText('Kies wat er speelt.').waitFor();
    await own.getByLabel('Wat speelt er?').selectOption('STUCK');
    await own.getByLabel('Gemeente waar hulp nodig is').fill('Lelystad');
    await own.getByLabel('Thuis in (hoeft niet)').selectOption('YOUTH_LAW');
    await own.context().clearCookies();
    await own.getByRole('button', { name: 'Stel de vraag' }).click();
    await own.getByText('U bent uitgelogd').waitFor();
    expect(await own.getByLabel('Wat speelt er?').inputValue()).toBe('STUCK');
    await signInElsewhere(owner, 'casushouder');
    await own.evaluate('window.dispatchEvent(new Event("focus"))');
    await own.getByText('U bent uitgelogd').waitFor({ state: 'detached' });
    await own.getByRole('button', { name: 'Stel de vraag' }).click();
    await own.getByText(/^Gevraagd aan RET 2\.0 \(voorbeeld\)\. U wordt teruggebeld, uiterlijk /).waitFor();
  });

  it('comes up in the window of the team, and its answer in that of who asked, without either looking again', async () => {
    const [{ page: asking }, { page: answering }] = [owner, expert];
    const request = answering.locator('.network-request', { hasText: 'jeugdrecht' });
    await request.getByText('nog geen contact').waitFor();
    await answering.locator('.news', { hasText: 'nieuwe vraag in Lelystad' }).waitFor();
    expect(await stepsAt(answering)).toEqual(['Antwoord', 'Geef door', 'Leg voor aan de regio']);
    expect(await stepsAt(asking)).toEqual(['Leg voor aan de regio']);
    await request.getByRole('button', { name: /^Antwoord/ }).click();
    await request.getByRole('button', { name: 'Schrijf op' }).click();
    await request.getByText('Kies wat eruit kwam.').waitFor();
    await lookAt(answering, 'netwerk-vraag');
    await request.getByLabel('Wat kwam eruit?').selectOption('CONTACTED');
    await request.getByRole('button', { name: 'Schrijf op' }).click();
    await answering.getByText('Opgeschreven: contact gehad, het antwoord volgt.').waitFor();
    await asking.locator('.news', { hasText: 'RET 2.0 (voorbeeld): er is contact geweest' }).waitFor();
    await asking
      .locator('.network-request')
      .getByText(/^Teruggebeld op /)
      .waitFor();
    await portrait(answering, 'netwerk-vraag');
  });

  it('is put before the brokers of the region by who asked it, handed on by one of them, and its way is told', async () => {
    const { page: own } = owner;
    await own.getByRole('button', { name: /^Leg voor aan de regio/ }).click();
    await own.getByLabel('Waarom legt u dit voor?').selectOption('NO_AGREEMENT');
    await own.getByRole('button', { name: 'Leg voor', exact: true }).click();
    await own.getByText('Voorgelegd aan de zorgbemiddelaars van de regio.', { exact: true }).waitFor();
    await own.locator('.network-request .buttons').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Vraag het netwerk' }).click();
    const request = page.locator('.network-request', { hasText: 'jeugdrecht' });
    await request.getByRole('button', { name: /^Geef door/ }).click();
    await request.getByLabel('Waarom geeft u dit door?').selectOption('OTHER_EXPERTISE');
    await request.getByLabel('Aan welk team?').selectOption({ label: 'Expertteam Trauma' });
    await request.getByRole('button', { name: 'Geef door' }).click();
    await page.getByText(/^Doorgegeven aan Expertteam Trauma\./).waitFor();
    await own.locator('.network-request', { hasText: '1 keer doorgegeven' }).getByText('Expertteam Trauma').waitFor();
  });

  it('stays where somebody is at it though a colleague answers it and it leaves the list, and says how it is now', async () => {
    const request = page.locator('.network-request', { hasText: 'jeugdrecht' });
    await request.getByRole('button', { name: /^Geef door/ }).click();
    await request.getByLabel('Waarom geeft u dit door?').selectOption('OTHER_EXPERTISE');
    const { id: requestId, version } = await newestRequest();
    await takeElsewhere(pages.hub, 'answerRequest', { requestId, version, answer: 'ADVICE_GIVEN' });
    await request.getByText('Deze vraag staat niet meer in de lijst.').waitFor();
    await request.getByText('Dit kunt u niet meer doen. Deze vraag is nu: beantwoord: advies gegeven.').waitFor();
    await lookAt(page, 'netwerk-vraag-beantwoord');
    await request.getByRole('button', { name: 'Begrepen' }).click();
    await request.waitFor({ state: 'detached' });
  });

  it('is told to who asked it wherever they are on the page, once a colleague wrote down that there was contact', async () => {
    const { page: own } = owner;
    await own.getByLabel('Wat wilt u?').selectOption('KNOWLEDGE');
    await own.getByLabel('Wat speelt er?').selectOption('STUCK');
    await own.getByLabel('Gemeente waar hulp nodig is').fill('Urk');
    await own.getByRole('button', { name: 'Stel de vraag' }).click();
    await own.getByText(/^Gevraagd aan /).waitFor();
    await own.getByRole('link', { name: 'Casussen' }).click();
    await own.getByRole('table', { name: /^Open casussen/ }).waitFor();
    const { id: requestId, version } = await newestRequest();
    await takeElsewhere(pages.hub, 'answerRequest', { requestId, version, answer: 'CONTACTED' });
    const told = own.getByRole('complementary', { name: 'Bericht over uw vragen aan het netwerk' });
    await told.getByText(/schreef op dat u bent teruggebeld over uw vraag aan het netwerk\.$/).waitFor();
    await lookAt(own, 'teruggebeld');
    await told.getByRole('link', { name: 'Bekijk uw vragen' }).click();
    await own
      .locator('.network-request', { hasText: 'Urk' })
      .getByText(/^Teruggebeld op /)
      .waitFor();
  });

  it('is told why it cannot be asked, beside what was filled in', async () => {
    await page.getByLabel('Wat wilt u?').selectOption('KNOWLEDGE');
    await page.getByLabel('Wat speelt er?').selectOption('RETURN_HOME');
    await page.getByLabel('Gemeente waar hulp nodig is').fill('Amsterdam');
    await page.getByRole('button', { name: 'Stel de vraag' }).click();
    await page.locator('form').getByRole('alert').waitFor();
    expect(await page.getByLabel('Gemeente waar hulp nodig is').inputValue()).toBe('Amsterdam');
  });
});

describe('who has no part in the network', () => {
  it('finds no entry in the menu, and is refused what the page asks', async () => {
    const analyst = await pages.window();
    const { page: own } = analyst;
    await signInAs(own, 'analist van de regio', '/#/netwerk');
    await own.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
    expect(await own.getByRole('navigation').getByRole('link', { name: 'Netwerk' }).count()).toBe(0);
    const search = { municipalityCode: '0995' };
    expect(await codesFor(own, 'PageSeekProfessionals', { search })).toEqual(['FORBIDDEN']);
    expect(await codesFor(own, 'PageWayfinder', { situation: 'STUCK' })).toEqual(['FORBIDDEN']);
  });

  it('sends no duo where they bring the case themselves', async () => {
    const { page: own } = owner;
    expect(await own.getByRole('link', { name: 'Duo plannen' }).count()).toBe(0);
    await own.goto(`${pages.hub.url}/#/netwerk/duo`);
    await own.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
    const input = {
      ...{ idempotencyKey: 'k', caseId: 'c', teamId: 't', professionalIds: ['a', 'b'], purpose: 'SHORTEN_STAY' },
      ...{ hours: [{ timeWindow: 'EVENING', hoursPerWeek: 2 }], toOn: '2027-01-31' },
    };
    expect(await codesFor(own, 'PageDeployDuo', { input })).toEqual(['FORBIDDEN']);
  });

  it('breaks no rule of the page', () => {
    expect([broker.faults, owner.faults, expert.faults]).toEqual([[], [], []]);
  });
});

function weekAfter(date: string): string {
  return new Date(Date.parse(date) + 7 * 86_400_000).toISOString().slice(0, 10);
}
