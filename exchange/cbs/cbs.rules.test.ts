import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readSheet from 'read-excel-file/node';
import { givenPlacement as given } from '../testing/given-care.js';
import { cbsHeadings, cbsRecord, type CbsRecord } from './cbs-record.rules.js';
import { periodOf } from './cbs-routes.js';
import type { GivenPlacement } from './exported-placements.js';
import { recordsIn, trajectoriesOf } from './trajectories.rules.js';
import { recordsCsv, recordsSheet } from './write-records.js';

const whole = { fromOn: '2026-01-01', toOn: '2026-06-30' };
const care = (from: string, to: string | null, other: Partial<GivenPlacement> = {}): GivenPlacement => ({
  ...given,
  startedAt: `${from}T10:00:00.000Z`,
  endedAt: to === null ? null : `${to}T10:00:00.000Z`,
  endReason: to === null ? null : 'ACCORDING_TO_PLAN',
  ...other,
});
const recordOf = (placement: GivenPlacement): CbsRecord => {
  const [trajectory] = recordsIn(whole, [placement]);
  if (!trajectory) throw new Error('there is a record');
  return cbsRecord(trajectory);
};
const cell = (record: CbsRecord, heading: string): unknown => record.cells[cbsHeadings.indexOf(heading)];
const spans = (placements: readonly GivenPlacement[]) =>
  trajectoriesOf(placements).map(({ startOn, endOn }) => [startOn, endOn]);

describe('a record for CBS', () => {
  it('is one for care of one form that touches, of one provider and one child', () => {
    expect(spans([care('2026-01-01', '2026-02-01'), care('2026-02-01', '2026-03-01')])).toEqual([
      ['2026-01-01', '2026-03-01'],
    ]);
    expect(spans([care('2026-01-01', null), care('2026-02-01', '2026-03-01')])).toEqual([['2026-01-01', null]]);
    expect(spans([care('2026-01-01', '2026-01-31'), care('2026-02-01', null, { rung: 'KINSHIP_FOSTER' })])).toEqual([
      ...[
        ['2026-01-01', '2026-01-31'],
        ['2026-02-01', null],
      ],
    ]);
  });

  it.each<[string, Partial<GivenPlacement>]>([
    ['another provider', { organisation: { id: 'another', agb: [] } }],
    ['another child', { case: { ...given.case, id: 'another' } }],
    ['another form of help', { rung: 'DAY_TREATMENT' }],
  ])('is another one for %s', (_of, other) => {
    expect(spans([care('2026-01-01', null), care('2026-02-01', null, other)])).toHaveLength(2);
  });

  it('overlaps no other of the same form, whatever care was given', () => {
    const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
    const stays = fc.array(
      fc
        .tuple(fc.nat(200), fc.option(fc.nat(60)))
        .map(([from, days]) => care(day(from), days === null ? null : day(from + days))),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(stays, (placements) => {
        const found = spans(placements);
        for (const [index, [, endOn]] of found.entries()) {
          const next = found[index + 1]?.[0];
          if (next !== undefined) expect(endOn !== null && endOn !== undefined && endOn < (next ?? '')).toBe(true);
        }
      }),
    );
  });

  it('stands as it stood on the last day of the period: an end of later is not told, what ended before is no part of it', () => {
    const [running] = recordsIn(whole, [care('2026-05-01', '2026-07-01')]);
    expect(running?.endOn).toBeNull();
    expect(recordsIn(whole, [care('2025-05-01', '2025-12-31')])).toEqual([]);
    expect(recordsIn(whole, [care('2026-07-01', null)])).toEqual([]);
  });

  it('holds the columns that CBS asks, with what the hub does not know left empty', () => {
    const record = recordOf(care('2026-02-01', '2026-05-01', { endReason: 'BY_CLIENT' }));
    const told = Object.fromEntries(cbsHeadings.map((heading, index) => [heading, record.cells[index]]));
    expect(told).toMatchObject({
      ...{ bsn: null, geboortedatum: null, geslacht: null, postcode: null, geboortejaar: 2014, postcode4: '8232' },
      ...{ gemeentecode: '0995', agb_aanbieder: '01234567', verwijzer: '01', hulpvorm: '11', gestart_met_crisis: '02' },
      ...{ datum_aanvang: '20260201', datum_einde: '20260501', reden_beeindiging: '03', beoogde_start: '20260131' },
      ...{ volume: 7, eenheid: '14', frequentie: '2' },
    });
    expect(record.missing).toEqual([]);
  });

  it.each([
    ['LOCAL_TEAM', '01'],
    ['AMBULATORY', '02'],
    ['DAY_TREATMENT', '03'],
    ['INTENSIVE_AMBULATORY', '04'],
    ['KINSHIP_FOSTER', '11'],
    ['PART_TIME_RESPITE', '12'],
    ['SECURE', '13'],
    ['ASSISTED_LIVING', '14'],
    ['TAILORED', null],
  ])('of %s is of form %s', (rung, form) => {
    expect(cell(recordOf(care('2026-02-01', null, { rung })), 'hulpvorm')).toBe(form);
  });

  it('has no referrer where a local team gives the help, whoever asked', () => {
    const record = recordOf(care('2026-02-01', null, { rung: 'LOCAL_TEAM', referrer: 'GP' }));
    expect(cell(record, 'verwijzer')).toBe('06');
  });

  it.each<[string, Partial<GivenPlacement>, string[]]>([
    ['a referrer whom CBS does not list', { referrer: 'SAFE_HOME' }, ['verwijzer']],
    ['no referrer', { referrer: null }, ['verwijzer']],
    ['a provider without a number', { organisation: { id: 'provider', agb: [] } }, ['agb_aanbieder']],
    ['a need that nobody described', { case: { ...given.case, need: null } }, ['gestart_met_crisis']],
    ['an end of which nobody said why', { endReason: null }, ['reden_beeindiging']],
    ['an end of which CBS asks whose initiative it was', { endReason: 'OTHER_PROVIDER' }, ['reden_beeindiging']],
    ['a tailored arrangement, of which the content decides', { rung: 'TAILORED' }, ['hulpvorm']],
  ])('is refused for %s, by itself', (_what, other, missing) => {
    const [refused, complete] = [recordOf(care('2026-02-01', '2026-05-01', other)), recordOf(care('2026-02-01', null))];
    expect([refused.missing, complete.missing]).toEqual([missing, []]);
  });

  it('takes what youth and parent answered last, from its start until half a year after its end', () => {
    const answer = (measuredOn: string, informant: string, satisfaction: number) => ({
      measuredOn,
      informant,
      satisfaction,
      canGoOn: 3,
    });
    const cbsOutcomes = [
      answer('2026-12-31', 'YOUTH', 1),
      answer('2026-06-01', 'YOUTH', 8),
      answer('2026-05-01', 'YOUTH', 5),
      answer('2026-01-31', 'PARENT', 2),
    ];
    const record = recordOf(care('2026-02-01', '2026-05-01', { case: { ...given.case, cbsOutcomes } }));
    const headings = ['tevredenheid_jeugdige', 'zonder_hulp_verder_jeugdige', 'tevredenheid_ouder'];
    expect(headings.map((heading) => cell(record, heading))).toEqual([8, '03', null]);
  });

  it('stands in the file with what it lacks beside it, and no spreadsheet runs anything of it', async () => {
    const records = [recordOf(care('2026-02-01', null)), recordOf(care('2026-02-01', null, { referrer: null }))];
    const lines: Record<string, string>[] = parse(recordsCsv(records), { columns: true });
    expect(lines.map(({ status, ontbreekt }) => [status, ontbreekt])).toEqual([
      ['COMPLEET', ''],
      ['GEWEIGERD', 'verwijzer'],
    ]);
    expect(lines[0]).toMatchObject({ eigen_kenmerk: `'=1+1`, hulpvorm: '11', gestart_met_crisis: '02' });
    const [complete, refused] = await readSheet(await recordsSheet(records));
    expect([complete?.data.length, refused?.data.length, refused?.data[1]?.at(-1)]).toEqual([2, 2, 'verwijzer']);
  });
});

describe('a period', () => {
  it('is half a year', () => {
    expect(periodOf('2026-2')).toEqual({ fromOn: '2026-07-01', toOn: '2026-12-31' });
  });

  it.each(['2026-3', '2026', '26-1', '2026-1 ', undefined])('is not %s', (told) => {
    expect(() => periodOf(told)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
