import { describe, expect, it } from '@jest/globals';
import { exportedPlacement as whole } from '../testing/given-care.js';
import type { ExportedPlacement, ExportedProduct } from './exported-placement.js';
import { ijwDraft, missingOf } from './ijw-draft.rules.js';
import type { IjwMessage } from './ijw-codes.js';
import { draftCsv, draftJson } from './write-draft.js';

const messages: readonly IjwMessage[] = ['JW301', 'JW305', 'JW307', 'JW315'];

function values(message: IjwMessage, placement: ExportedPlacement, agb: string | null = null): Record<string, unknown> {
  const { elements } = ijwDraft(message, placement, agb);
  const last = (path: string): string =>
    path
      .split('.')
      .slice(-2)
      .join('.')
      .replace(/^\w+Product\./, '');
  return Object.fromEntries(
    elements.filter(({ value }) => value !== null).map(({ path, value }) => [last(path), value]),
  );
}

const lacking = (message: IjwMessage, placement: ExportedPlacement, agb: string | null = null): string[] =>
  missingOf(ijwDraft(message, placement, agb)).map(
    ({ path, missing }) => `${path.split('.').at(-1) ?? ''} ${missing ?? ''}`,
  );

const withProduct = (product: Partial<ExportedProduct>): ExportedPlacement => ({
  ...whole,
  product: whole.product && { ...whole.product, ...product },
});

describe('a draft of a message of iJw', () => {
  it.each<[IjwMessage, string, string, string]>([
    ['JW301', '436', '0995', '01234567'],
    ['JW305', '438', '01234567', '0995'],
    ['JW307', '440', '01234567', '0995'],
    ['JW315', '446', '01234567', '0995'],
  ])('%s goes under its code from who sends it to who gets it', (message, code, from, to) => {
    expect(values(message, whole)).toMatchObject({
      ...{ 'Header.BerichtCode': code, 'Header.BerichtVersie': '3', 'Header.BerichtSubversie': '2' },
      ...{ 'Header.Afzender': from, 'Header.Ontvanger': to },
    });
    expect(lacking(message, whole)).toEqual([]);
  });

  it('tells what is allocated, by the clock of the Netherlands', () => {
    expect(values('JW301', whole)).toMatchObject({
      ...{ ToewijzingNummer: 4711, 'Product.Categorie': '45', 'Product.Code': '45A48' },
      ...{ Toewijzingsdatum: '2026-03-01', Toewijzingstijd: '23:30:00', Ingangsdatum: '2026-03-08' },
      ...{ Einddatum: '2026-12-31', 'Omvang.Volume': 4, 'Omvang.Eenheid': '04', 'Omvang.Frequentie': '2' },
      'Client.JuridischeStatus': '04',
    });
  });

  it('tells when care began, and when and why it stopped', () => {
    const begun = { ToewijzingNummer: 4711, ToewijzingIngangsdatum: '2026-03-08', Begindatum: '2026-03-09' };
    expect(values('JW305', whole)).toMatchObject({ ...begun, StatusAanlevering: '1' });
    expect(values('JW307', whole)).toMatchObject({ ...begun, RedenBeeindiging: '31', Einddatum: '2026-09-01' });
    const interrupted = {
      ...whole,
      status: 'PAUSED',
      pausedAt: '2026-05-01T10:00:00.000Z',
      endedAt: null,
      endReason: null,
    };
    expect(values('JW307', interrupted)).toMatchObject({ RedenBeeindiging: '20', Einddatum: '2026-05-01' });
  });

  it.each<[string, string, string]>([
    ['LOCAL_ACCESS', '01', ''],
    ['GP', '02', 'ZorgverlenerCode'],
    ['CERTIFIED_INSTITUTION', '04', 'ZorgverlenerCode'],
    ['EDUCATION', '06', ''],
    ['JUDGE', '08', ''],
  ])(
    'asks for care that %s referred to under %s, and leaves the name to the owner where it is asked',
    (referrer, code, left) => {
      const { elements } = ijwDraft('JW315', { ...whole, referrer }, null);
      const at = (name: string) => elements.find(({ path }) => path.endsWith(name));
      expect(at('Verwijzer.Type')?.value).toBe(code);
      expect(at('ZorgverlenerCode')?.by ?? '').toBe(left === '' ? '' : 'OWNER');
      expect(at('ReferentieAanbieder')?.value).toBe(whole.referral?.id);
    },
  );

  it.each(messages)('%s leaves who the child is to the owner, and does not call that missing', (message) => {
    const owner = ijwDraft(message, whole, null).elements.filter(({ by }) => by === 'OWNER');
    expect(owner.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['Client.Bsn', 'Client.Geboortedatum', 'Client.Geslacht', 'Client.Naam']),
    );
    expect(owner.every(({ value, missing }) => value === null && missing === null)).toBe(true);
  });

  it('takes product and code of the offer where nothing was told of the product, and never half of each', () => {
    expect(values('JW305', { ...whole, product: null })).toMatchObject({
      'Product.Categorie': '43',
      'Product.Code': '43A01',
    });
    const byCategory = withProduct({ code: null, volume: null, unit: null, frequency: null });
    expect(values('JW301', byCategory)).not.toHaveProperty('Product.Code');
    expect(lacking('JW301', byCategory)).toEqual([]);
  });

  it('is refused with all that is missing at once', () => {
    const nothing = {
      ...whole,
      product: null,
      offer: null,
      organisation: null,
      referrer: null,
      referral: null,
      startedAt: null,
    };
    expect(lacking('JW301', nothing)).toEqual([
      ...[
        'Ontvanger NO_PROVIDER',
        'ToewijzingNummer NOT_RECORDED',
        'Categorie NOT_RECORDED',
        'Ingangsdatum NOT_RECORDED',
      ],
    ]);
    expect(lacking('JW315', nothing)).toEqual([
      ...['Afzender NO_PROVIDER', 'Categorie NOT_RECORDED', 'ToewijzingIngangsdatum NOT_RECORDED', 'Type NOT_RECORDED'],
    ]);
    const allocated = { ...nothing, status: 'ALLOCATED', endedAt: null, endReason: null };
    expect(lacking('JW307', allocated)).toEqual([
      ...['Afzender NO_PROVIDER', 'ToewijzingNummer NOT_RECORDED', 'Categorie NOT_RECORDED', 'Begindatum NOT_YET'],
      ...['RedenBeeindiging NOT_YET', 'Einddatum NOT_YET'],
    ]);
  });

  it.each<[string, ExportedPlacement, string[], (string | null)?]>([
    ['an amount by the week without an end', withProduct({ endOn: null }), ['Einddatum NOT_RECORDED']],
    [
      'no amount of a product with a code',
      withProduct({ volume: null, unit: null, frequency: null }),
      [...['Volume NOT_RECORDED', 'Eenheid NOT_RECORDED', 'Frequentie NOT_RECORDED']],
    ],
    [
      'a provider with two numbers',
      { ...whole, organisation: { agb: ['01234567', '07654321'] } },
      ['Ontvanger SEVERAL'],
    ],
    [
      'a provider with two numbers, of which one is chosen',
      { ...whole, organisation: { agb: ['01234567', '07654321'] } },
      [],
      '07654321',
    ],
    ['a number that is not the provider’s', whole, ['Ontvanger NOT_RECORDED'], '11111111'],
    ['a provider without a number', { ...whole, organisation: { agb: [] } }, ['Ontvanger NOT_RECORDED']],
  ])('of an allocation names %s', (_what, placement, expected, agb = null) => {
    expect(lacking('JW301', placement, agb)).toEqual(expected);
  });

  it.each<[string, ExportedPlacement, string[]]>([
    ['an end of which nobody said why', { ...whole, endReason: null }, ['RedenBeeindiging NOT_RECORDED']],
    ['nothing of an amount, which a stop does not tell', withProduct({ volume: null }), []],
  ])('of a stop names %s', (_what, placement, expected) => {
    expect(lacking('JW307', placement)).toEqual(expected);
  });

  it('names a referrer for whom iJw has no code', () => {
    expect(lacking('JW315', { ...whole, referrer: 'SAFE_HOME' })).toEqual(['Type NO_CODE']);
  });

  it('is written as JSON in the order of the message, and as lines that no spreadsheet runs', () => {
    const json = JSON.parse(draftJson(ijwDraft('JW301', whole, null))) as Record<string, unknown>;
    expect(json).toMatchObject({
      ...{ standard: 'iJw 3.2', message: 'JW301', isDraft: true, caseNumber: 'FL-26-0042', ownReference: 'zaak 9' },
      leftToOwner: expect.arrayContaining(['Client.Bsn', 'Client.Contactgegevens', 'Header.BerichtIdentificatie']),
      Bericht: {
        Header: { Afzender: '0995' },
        Client: { ToegewezenProducten: { ToegewezenProduct: { Product: { Code: '45A48' } } } },
      },
    });
    const hostile = { ...whole, case: { ...whole.case, ownReference: '=1+1' } };
    const lines = draftCsv(ijwDraft('JW305', hostile, null)).split('\n');
    expect(lines[1]).toBe(`JW305,FL-26-0042,'=1+1,Header.BerichtCode,438,HUB`);
    expect(lines).toContain(`JW305,FL-26-0042,'=1+1,Client.Bsn,,OWNER`);
  });
});
