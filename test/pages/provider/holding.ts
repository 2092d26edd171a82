import type { Locator, Page } from 'playwright-core';

/** An offer of Rietvink, by what it is called. */
interface Offer {
  readonly title: string;
}

/** The option of an offer among what was found. */
export function optionOf(own: Page, { title }: Offer): Locator {
  return own
    .locator('.option', { hasText: 'Rietvink' })
    .filter({ has: own.getByRole('heading', { name: title }) })
    .first();
}

/** Gives back what is held, on the page of the case. */
export async function letGo(own: Page): Promise<void> {
  await own.getByRole('button', { name: /^Geef vrij/ }).click();
  await own.locator('.holds__live').waitFor({ state: 'detached' });
}

/** Holds one of an offer from the page of the case, and goes back to it. */
export async function holdFromCase(own: Page, offer: Offer): Promise<void> {
  await own.getByRole('link', { name: 'Zoek passende hulp' }).click();
  await hold(own, offer);
  await own.getByRole('link', { name: 'Bekijk wat u vasthoudt' }).click();
}

/** Holds one of an offer for the case that is open, from its search. */
export async function hold(own: Page, offer: Offer): Promise<void> {
  const option = optionOf(own, offer);
  await option.getByRole('button', { name: /^Houd vast/ }).click();
  await option.getByRole('button', { name: 'Vraag de plek aan' }).click();
  await option.getByText(/^Vastgehouden: 1 /).waitFor();
}
