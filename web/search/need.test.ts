import { describe, expect, it } from '@jest/globals';
import { emptyNeed, fromAddress, ownPart, toAddress, toNeed, type NeedDraft } from './need.js';

const plain: NeedDraft = { ...emptyNeed, municipality: 'lelystad', birthYear: '2014' };
const whole: NeedDraft = {
  municipality: 'Lelystad',
  birthYear: '2014',
  rungs: ['AMBULATORY', 'FOSTER'],
  startByOn: '2027-01-15',
  hoursPerWeek: '4,5',
  timeWindows: ['EVENING'],
  childrenTogether: '2',
  maxDistanceKm: '20',
  isCrisis: true,
  contractedOnly: true,
  nearPostcode4: '8232',
  schoolPostcode4: '8233',
  sex: 'FEMALE',
  characteristics: ['AUTISM'],
  placeFeatures: ['OWN_ROOM'],
};

describe('what stands in the form', () => {
  it('is a need once municipality and year of birth are there', () => {
    expect(toNeed(plain)).toEqual({
      need: {
        municipalityCode: '0995',
        birthYear: 2014,
        rungs: [],
        timeWindows: [],
        characteristics: [],
        placeFeatures: [],
        isCrisis: false,
        contractedOnly: false,
      },
    });
  });

  it('goes along as a whole, with numbers as numbers', () => {
    expect(toNeed(whole)).toMatchObject({
      need: {
        hoursPerWeek: 4.5,
        childrenTogether: 2,
        maxDistanceKm: 20,
        nearPostcode4: '8232',
        schoolPostcode4: '8233',
        sex: 'FEMALE',
        startByOn: '2027-01-15',
        isCrisis: true,
      },
    });
  });

  it.each([
    ['municipality', 'Lutjebroek aan Zee'],
    ['municipality', ''],
    ['birthYear', '14'],
    ['birthYear', ''],
    ['hoursPerWeek', '4,3'],
    ['hoursPerWeek', 'veel'],
    ['childrenTogether', '13'],
    ['nearPostcode4', '8232 AB'],
    ['schoolPostcode4', '0123'],
    ['maxDistanceKm', '0'],
  ] as const)('is none while %s is %j, and says so at that field', (field, text) => {
    const read = toNeed({ ...plain, [field]: text });
    expect('faults' in read && Object.keys(read.faults)).toEqual([field]);
  });
});

it('asks for the postcode that a distance is measured from', () => {
  expect(toNeed({ ...plain, maxDistanceKm: '20' })).toEqual({
    faults: { nearPostcode4: 'Een afstand is er vanaf een postcode: vul die ook in.' },
  });
});

describe('the address of a search', () => {
  it('leads back to what was sought, with what this tab kept', () => {
    expect(fromAddress(toAddress(whole), ownPart(whole))).toEqual(whole);
  });

  it('tells nothing that leads to the child to whom it is sent', () => {
    const address = toAddress(whole).toString();
    for (const own of ['8232', '8233', 'FEMALE', 'AUTISM', 'OWN_ROOM']) expect(address).not.toContain(own);
    expect(fromAddress(new URLSearchParams(address), null)).toMatchObject({ nearPostcode4: '', characteristics: [] });
  });

  it.each(['treden=SLAVERY', 'wanneer=<script>', 'onzin=1', 'crisis=misschien'])(
    'leaves out what nobody knows: %s',
    (text) => {
      expect(fromAddress(new URLSearchParams(text), 'rubbish')).toEqual(emptyNeed);
    },
  );
});
