import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { enumCodes, inputFields, quotedNames, tableFields } from './builders/browser/page.js';

const page = readFileSync(new URL('../docs/codes.md', import.meta.url), 'utf8');

describe('docs/codes.md', () => {
  it.each([
    ['`unit`', 'CapacityUnit'],
    ['`status`', 'CapacityStatus'],
    ['`rung`, `homeRung`', 'LadderRung'],
    ['`capacityModel`', 'CapacityModel'],
    ['`legalFrameworks`', 'LegalFramework'],
    ['`sex`', 'Sex'],
    ['`timeWindows`', 'TimeWindow'],
    ['`placeFeatures`', 'PlaceFeature'],
    ['`targetGroups`, `exclusions`', 'Characteristic'],
    ['`reason` of a closure', 'ClosureReason'],
    ['`reason` of a no', 'DeclineReason'],
    ['`kinds` of events', 'EventKind'],
  ])('lists every code of %s', (label, name) => {
    const [, listed = ''] = page.split(`\n- ${label}: `);
    expect(quotedNames(listed.split('\n- ', 1)[0] ?? '')).toEqual(enumCodes(name));
  });

  it('lists every field of an offer, and whether it must be there', () => {
    expect(tableFields(page, 'field of `offer`')).toEqual(inputFields('OfferDetailsInput'));
    const site = page.split('\n').find((line) => line.startsWith('| `site`')) ?? '';
    expect(quotedNames(site)).toEqual(['site', ...Object.keys(inputFields('OfferSiteInput'))]);
  });
});
