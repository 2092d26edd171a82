import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPages, signInAs, type Pages } from './open-pages.js';

let hub: string;
let proxy: Server;
let address: string;
let pages: Pages;

beforeAll(async () => {
  proxy = await proxyBelow('/jeugd', () => hub);
  address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  pages = await openPages({ environment: { PUBLIC_URL: address } });
  hub = pages.hub.url;
});
afterAll(async () => {
  await pages.close();
  proxy.closeAllConnections();
  proxy.close();
});

describe('the page below a path that a proxy gives it', () => {
  it('is read there with all that it is made of', async () => {
    const answer = await fetch(`${address}/jeugd/`);
    const names = [...(await answer.text()).matchAll(/(?:src|href)="(\.\/assets\/[^"]+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(names.length).toBeGreaterThanOrEqual(3);
    for (const name of names) expect((await fetch(new URL(name, `${address}/jeugd/`))).status).toBe(200);
  });

  it('lets people sign in, comes back there, and searches with its map', async () => {
    const { page, faults } = await pages.window({ url: address });
    await signInAs(page, 'zorgbemiddelaar', '/jeugd/#/zoeken?gemeente=Lelystad&geboren=2014');
    expect(page.url()).toBe(`${address}/jeugd/#/zoeken?gemeente=Lelystad&geboren=2014`);
    await page.locator('.option').first().waitFor();
    await page.locator('.map__spot').first().waitFor();
    await page.getByRole('contentinfo').getByRole('link', { name: 'Toegankelijkheid' }).click();
    await page.getByRole('link', { name: 'Naar Thuisbasis' }).click();
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.getByRole('button', { name: 'Inloggen' }).waitFor();
    expect(page.url()).toMatch(new RegExp(`^${address}/jeugd/`));
    expect(faults).toEqual([]);
  });
});

/** A proxy that takes a path off before it hands requests on, as that of an organisation may; signing in comes back without the path. */
async function proxyBelow(path: string, target: () => string): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    const { method, headers } = incoming;
    const below = (incoming.url ?? '').replace(path, '');
    const onward = ask(new URL(below, target()), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
