import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Page } from 'playwright-core';
import { atMost } from './tools/goals.js';
import { withMeasuredHub } from './tools/measured-hub.js';
import { median } from './tools/median.js';
import { percentile } from './tools/percentile.js';
import { digits, report } from './tools/report.js';

// How long does a care broker wait for the first results, from the click on, in a real browser on this machine? What the browser draws counts. Ends
// with an error where the median is above a second.

const rounds = 30;
const goalMs = 1_000;
const firstYear = 2_008;

await withMeasuredHub(async ({ url }) => {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--no-zygote', '--headless=shell'],
    ignoreDefaultArgs: ['--headless'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    await signIn(page, url);
    const clicks: number[] = [];
    const links: number[] = [];
    for (let round = 0; round < rounds; round++) {
      clicks.push(await searched(page, firstYear + (round % 12)));
      links.push(await opened(page, `${url}/#/zoeken?gemeente=Lelystad&geboren=${firstYear + (round % 12)}`));
    }
    await report({
      name: 'page',
      head: ['what', 'median ms', 'p95 ms'],
      rows: [
        ['from the click to the results', ...spread(clicks)],
        ['from an empty tab to the results of a link', ...spread(links)],
      ],
      goals: [atMost('from the click to the results, in a browser', median(clicks), goalMs, 'ms')],
    });
    if (median(clicks) > goalMs) process.exitCode = 1;
  } finally {
    await browser.close();
  }
});

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/#/zoeken?gemeente=Lelystad&geboren=2014`);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByText(/, zorgbemiddelaar$/).click();
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.locator('.option').first().waitFor();
}

/** Milliseconds from the click on Zoek until the first option is there and the page says how many there are. */
async function searched(page: Page, year: number): Promise<number> {
  await page.getByLabel('Geboortejaar').fill(String(year));
  const asked = page.waitForURL(new RegExp(`geboren=${year}`));
  const begun = performance.now();
  await page.getByRole('button', { name: 'Zoek', exact: true }).click();
  await asked;
  await shown(page);
  return performance.now() - begun;
}

async function opened(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  const begun = performance.now();
  await page.goto(address);
  await shown(page);
  return performance.now() - begun;
}

async function shown(page: Page): Promise<void> {
  await page.locator('#gevonden', { hasText: /bekeken\.$/ }).waitFor();
  await page.locator('.option').first().waitFor();
}

function spread(times: readonly number[]): number[] {
  return [digits(median(times), 0), digits(percentile(times, 95), 0)];
}
