import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults, openPages, picture, signInAs, type Pages, type Window } from '../open-pages.js';
import { drawn } from '../looking.js';

const search = '/#/zoeken?gemeente=Lelystad&geboren=2014';
const spell = '<img src=x onerror="document.title=1"><script>document.title=1</script>';

let pages: Pages;
let broker: Window;
let page: Page;

beforeAll(async () => {
  pages = await openPages({ form: 'processes' });
  broker = await pages.window();
  ({ page } = broker);
  await signInAs(page, 'zorgbemiddelaar');
});
afterEach(() => page.unrouteAll());
afterAll(() => pages.close());

async function open(place: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(place);
}

describe('when something is amiss, the page', () => {
  it('shows what others wrote as text, whatever it says', async () => {
    // as if a provider had named its offer so: the answer is the hub's, but for the titles in it
    await page.route('**/graphql', async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replaceAll(
        /"(title|description|name)":"[^"]*"/g,
        (_, field: string) => `${JSON.stringify(field)}:${JSON.stringify(spell)}`,
      );
      await route.fulfill({ response: answer, body: text });
    });
    // and nothing comes live, which would be the hub's alone
    await page.route('**/graphql/stream', (route) => route.abort());
    await open(search);
    await page.locator('.option').first().waitFor();
    expect(await page.locator('.option h2').first().textContent()).toBe(spell);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.title()).toBe('Zoeken – Thuisbasis');
  });

  it('keeps what was typed when the session is over, and goes on after signing in elsewhere', async () => {
    await open('/#/zoeken');
    await page.getByLabel('Gemeente waar het kind woont').fill('Lelystad');
    await page.getByLabel('Geboortejaar').fill('2014');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await page.getByText('U bent uitgelogd').waitFor();
    await picture(page, 'sessie-voorbij-1440');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.getByLabel('Geboortejaar').inputValue()).toBe('2014');

    const other = await broker.context.newPage();
    await signInAs(other, 'zorgbemiddelaar');
    await other.close();
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByText('U bent uitgelogd').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.locator('.option').first().waitFor();
  });

  it('says nothing of a session that ends because another begins in another tab', async () => {
    // as if the browser did not know of the new one yet
    let looks = 0;
    await page.route('**/wie-ben-ik', (route) =>
      (looks += 1) === 1 ? route.fulfill({ status: 401, json: {} }) : route.continue(),
    );
    const known = page.waitForResponse((answer) => answer.url().endsWith('/wie-ben-ik') && answer.ok());
    await page.evaluate(`globalThis.told = [];
      new MutationObserver(() => told.push(document.body.innerText)).observe(document.body, { subtree: true, childList: true });
      window.dispatchEvent(new Event('focus'))`);
    await known;
    await drawn(page);
    expect(await page.evaluate(`told.filter((text) => text.includes('U bent uitgelogd'))`)).toEqual([]);
  });

  it('says what is missing while a part of the hub is away, and shows the rest', async () => {
    const { people } = pages.hub.processes();
    process.kill(people.pid() ?? 0, 'SIGSTOP');
    try {
      await open(search);
      await page.getByText('Niet alles is er.').waitFor();
      expect(await page.getByRole('alert').textContent()).toContain('namen en telefoonnummers van organisaties');
      expect(await page.locator('.option').count()).toBe(10);
      await picture(page, 'deel-weg-1440');
      expect(await accessibilityFaults(page)).toEqual([]);
    } finally {
      process.kill(people.pid() ?? 0, 'SIGCONT');
    }
  });

  it('says so when the hub cannot be reached, and tries again on request', async () => {
    await page.route('**/graphql', (route) => route.abort());
    await open(search);
    await page.getByText('Thuisbasis is niet bereikbaar.').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.locator('.option').first().waitFor();
  });

  it('asks again by itself where the hub has too much to do, without a word to who waits', async () => {
    const tooMuch = { errors: [{ message: 'Het is nu te druk.', extensions: { code: 'OVERLOADED' } }] };
    let refusals = 0;
    await page.route('**/graphql', (route) => {
      if (refusals === 2) return route.continue();
      refusals += 1;
      return route.fulfill({ status: 503, headers: { 'retry-after': '1' }, json: tooMuch });
    });
    await open(search);
    await page.locator('.option').first().waitFor();
    expect(refusals).toBe(2);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.unrouteAll();
  });

  it('signs out, and knows nobody and nothing that was sought any more', async () => {
    const { page: own } = await pages.window();
    await signInAs(own, 'zorgbemiddelaar', '/#/zoeken');
    await own.getByLabel('Gemeente waar het kind woont').fill('Lelystad');
    await own.getByLabel('Geboortejaar').fill('2014');
    await own.getByLabel('Postcode (4 cijfers)').fill('8232');
    await own.keyboard.press('Enter');
    await own.locator('.option').first().waitFor();
    expect(await own.evaluate('JSON.stringify(sessionStorage)')).toContain('8232');
    expect(await own.evaluate('JSON.stringify(history.state)')).not.toContain('8232');
    await own.getByRole('button', { name: 'Uitloggen' }).click();
    await own.getByRole('button', { name: 'Inloggen' }).waitFor();
    expect(await own.evaluate('sessionStorage.length')).toBe(0);
    await own.reload();
    await own.getByRole('button', { name: 'Inloggen' }).waitFor();
    await picture(own, 'welkom-1440');
    expect(await accessibilityFaults(own)).toEqual([]);
  });

  it.each(['is looked at', 'is loaded anew'])('begins anew when somebody else signed in, once it %s', async (when) => {
    const { page: own, context } = await pages.window();
    await signInAs(own, 'zorgbemiddelaar', '/#/zoeken');
    await own.getByLabel('Postcode (4 cijfers)').fill('8232');
    await own.evaluate(`sessionStorage.setItem('doel:een-casus', 'FIND_CARE')`);
    await context.clearCookies();
    const other = await context.newPage();
    await signInAs(other, 'casushouder');
    await other.close();
    await (when === 'is looked at' ? own.evaluate('window.dispatchEvent(new Event("focus"))') : own.reload());
    await own.getByText('Casushouder').first().waitFor();
    expect(await own.evaluate(`sessionStorage.getItem('doel:een-casus')`)).toBeNull();
    expect(await own.getByLabel('Postcode (4 cijfers)').inputValue()).toBe('');
    await context.close();
  });

  it('shows each role its own menu, and says so to who has nothing here', async () => {
    for (const [work, menu] of [
      ['lid van het regionaal expertteam', ['Zoeken', 'Ronde tafels', 'Netwerk']],
      ['casushouder', ['Zoeken', 'Casussen', 'Bewaard', 'Vraag aan de telefoon', 'Privacy', 'Netwerk']],
      ['functionaris gegevensbescherming', ['Privacy']],
      ['planner van een aanbieder', ['Aanbieder', 'Netwerk']],
      ['analist van de regio', ['Dashboard']],
      ['beheerder van de hub', []],
    ] as const) {
      const { page: own, context } = await pages.window();
      await signInAs(own, work);
      expect(await own.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link').allTextContents()).toEqual(
        menu,
      );
      if (menu.length === 0) await own.getByRole('heading', { name: 'Hier staat nog niets voor u' }).waitFor();
      await context.close();
    }
  });
});
