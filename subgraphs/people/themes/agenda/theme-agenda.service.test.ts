import { describe, expect, it } from '@jest/globals';
import { callerAs } from '../../../../test/builders/callers.js';
import { guideService } from '../../guides/guide.service.js';
import { readGuides } from '../../guides/read-guides.js';
import { agendaItem, themeAgenda } from './theme-agenda.service.js';

const guides = guideService(readGuides({}));
const broker = callerAs('care-broker');
const asked = { region: null, year: 2023, asOf: null };
const [first] = themeAgenda(broker, guides, asked);
const id = first?.id ?? '';

describe('an item of an agenda', () => {
  it('is found again by its identifier, for each day that is asked', () => {
    for (const asOf of [null, '2023-06-30'])
      for (const item of themeAgenda(broker, guides, { ...asked, asOf }))
        expect(agendaItem(broker, guides, item.id)).toEqual(item);
  });

  it('is of the last day of the year for an analyst', () => {
    expect(themeAgenda(callerAs('analyst'), guides, asked)[0]?.question?.asOf).toBe('2023-12-31');
  });

  it.each([
    ['of another region', { ...broker, region: 'region-2' }, id],
    ['for who counts nothing', callerAs('case-owner'), id],
    ['under another code', broker, id.replace(/[A-Z_]+$/, 'CHESS')],
    ['in no year', broker, id.replace('2023', '23')],
    ['of a region that is none', broker, id.replace('flevoland', 'nowhere')],
    ['without a sense', broker, ''],
  ])('is not there %s', (_what, caller, asking) => {
    expect(agendaItem(caller, guides, asking)).toBeNull();
  });
});
