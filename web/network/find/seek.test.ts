import { describe, expect, it } from '@jest/globals';
import { fromAddress, toAddress, toSearch, type SeekDraft } from './seek.js';

const draft: SeekDraft = {
  municipality: 'Lelystad',
  text: ' systeemtherapuet ',
  language: 'tr',
  hoursPerWeek: '4,5',
  fromOn: '2027-01-04',
  weeks: '6',
  expertise: ['TRAUMA', 'AUTISM'],
  timeWindows: ['EVENING'],
};

describe('a search for who can help', () => {
  it('is asked as it was filled in', () => {
    expect(toSearch(draft)).toEqual({
      search: {
        ...{ municipalityCode: '0995', text: 'systeemtherapuet', language: 'tr', hoursPerWeek: 4.5, weeks: 6 },
        ...{ fromOn: '2027-01-04', expertise: [{ code: 'TRAUMA' }, { code: 'AUTISM' }], timeWindows: ['EVENING'] },
      },
    });
  });

  it('asks nothing of a period where no hours are sought', () => {
    expect(toSearch({ ...draft, hoursPerWeek: '' })).toEqual({
      search: {
        ...{ municipalityCode: '0995', text: 'systeemtherapuet', language: 'tr' },
        expertise: [{ code: 'TRAUMA' }, { code: 'AUTISM' }],
      },
    });
  });

  it.each<[keyof SeekDraft, string]>([
    ['municipality', 'Atlantis'],
    ['text', 'x'.repeat(101)],
    ['hoursPerWeek', '4,3'],
    ['weeks', '105'],
  ])('says what is wrong with %s', (field, value) => {
    const read = toSearch({ ...draft, [field]: value });
    expect('faults' in read && Object.keys(read.faults)).toEqual([field]);
  });

  it('stands in its address as a whole, in the order of the lists, and comes back from it', () => {
    const back = fromAddress(new URLSearchParams(toAddress(draft).toString()));
    expect(back).toEqual({ ...draft, text: 'systeemtherapuet', expertise: ['AUTISM', 'TRAUMA'] });
  });

  it('is read from an address without what nobody knows', () => {
    const read = fromAddress(new URLSearchParams('gemeente=Almere&deskundigheid=MAGIC,TRAUMA&wanneer=NEVER'));
    expect(read).toMatchObject({ municipality: 'Almere', text: '', expertise: ['TRAUMA'], timeWindows: [] });
  });
});
