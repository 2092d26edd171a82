import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { openImport } from '../../platform/import/read-rows.js';
import { toPublished, type ImportRow } from '../../subgraphs/people/import/columns/row.rules.js';
import { professionalFile } from '../../subgraphs/people/import/professional-file.js';
import type { OwnProfessional } from './own-professionals.js';
import { professionalsFile } from './professionals-file.js';

const dilek: OwnProfessional = {
  key: '=1+1',
  name: 'Dilek Voorbeeld',
  jobTitle: 'ervaringsdeskundige',
  registration: { register: 'SKJ', number: 'VOORBEELD-104' },
  expertise: [
    { code: 'MILD_INTELLECTUAL_DISABILITY', level: 'SPECIALIST' },
    { code: 'TRANSITION_TO_ADULTHOOD', level: 'BASIC' },
  ],
  municipalities: [{ name: 'Lelystad' }, { name: 'Nuenen, Gerwen en Nederwetten' }],
  languages: ['nl', 'tr', 'dse'],
  workContact: { phone: '+31320000104', isPhoneShown: false, email: 'd@rietvink.example', isEmailShown: true },
  isVisible: true,
  isActive: false,
  experience: ['GROUP_CARE', 'PARENT_OF_PLACED_CHILD'],
  isExperienceShown: true,
  confirmedAt: '2026-10-12T07:30:00.000Z',
};

async function readBack(professionals: readonly OwnProfessional[]) {
  const body = Readable.from([await professionalsFile(professionals)]);
  const file = await openImport(professionalFile, { body, mediaType: null });
  const rows: ImportRow[] = [];
  for await (const row of file.rows) rows.push(row);
  return { rows, notice: file.notice };
}

describe('the spreadsheet of professionals', () => {
  it('that comes back untouched says of everybody what the hub knew, and no text of it is a formula', async () => {
    const { rows, notice } = await readBack([dilek]);
    expect(notice).toBeNull();
    expect(rows.map(({ faults }) => faults)).toEqual([[]]);
    expect(rows.map(({ values }) => toPublished(values))).toEqual([
      {
        key: '=1+1',
        professional: {
          ...{ name: 'Dilek Voorbeeld', jobTitle: 'ervaringsdeskundige', isVisible: true, isActive: false },
          registration: { register: 'SKJ', number: 'VOORBEELD-104' },
          ...{ expertise: dilek.expertise, experience: dilek.experience, isExperienceShown: true },
          ...{ municipalityCodes: ['0995', '0820'], languages: ['nl', 'tr', 'dse'] },
          ...{ workPhone: '+31320000104', isPhoneShown: false, workEmail: 'd@rietvink.example', isEmailShown: true },
        },
      },
    ]);
  });

  it('of an organisation without anybody is there to fill in', async () => {
    await expect(readBack([])).rejects.toMatchObject({ code: 'IMPORT_FILE_EMPTY' });
  });
});
