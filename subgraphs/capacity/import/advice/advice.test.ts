import { describe, expect, it } from '@jest/globals';
import { rowFault, wholeFault, type RowFault } from '../../../../platform/input/row-fault.js';
import {
  adviceFault,
  adviceMessage as messageOf,
  fileMessage,
  type FaultPlace,
} from '../../../../platform/import/advice/advice.rules.js';
import { generalSheetTexts, generalTexts, type AdviceText } from '../../../../platform/import/advice/advice-texts.js';
import type { Language } from '../../../../platform/errors/errors.js';
import { adviceTexts, sheetTexts } from './advice-texts.js';
import { figureAdvice } from './figure-advice.js';

const sheet = (name: string, column: string | null = 'B'): FaultPlace => ({ form: 'SHEET', row: 5, column, name });
const adviceMessage = (fault: RowFault, place: FaultPlace, language: Language): string =>
  messageOf(figureAdvice, fault, place, language);
const range = wholeFault('available', -1, 0, 10_000) ?? rowFault('BAD_USER_INPUT', '');

describe('what is said of a wrong cell', () => {
  it.each<[RowFault, FaultPlace, string]>([
    [
      adviceFault('available', 'WHOLE'),
      sheet('vrij'),
      'vrij (B5): Vul een heel getal in, zonder tekst of punt, bijvoorbeeld 2.',
    ],
    [range, sheet('vrij'), 'vrij (B5): Vul een getal van 0 tot 10.000 in.'],
    [adviceFault('maximum', 'MISSING'), sheet('maximum'), 'maximum (B5): Dit vak is leeg. Vul het in.'],
    [
      adviceFault('', 'BEYOND', { column: 'D' }),
      sheet('', 'D'),
      'In D5 staat iets buiten de kolommen (een extra ; of ,?). Haal het weg.',
    ],
    [
      rowFault('AS_OF_AHEAD', 'asOf'),
      sheet('peildatum'),
      'peildatum (B5): Deze datum ligt in de toekomst. Vul de dag van vandaag in of laat het vak leeg.',
    ],
    [
      adviceFault('status', 'STATUS'),
      sheet('status'),
      'status (B5): Kies een van deze: er is plaats, er is geen plaats, er is een wachtlijst, eerst nader onderzoek nodig, onbekend.',
    ],
    [
      rowFault('UNIT_DIFFERS', 'unit', { expected: 'HOUR_PER_WEEK' }),
      sheet('eenheid', null),
      'eenheid (regel 5): Dit aanbod telt in een andere eenheid: uur per week. Tel daarin.',
    ],
    [
      rowFault('BAD_USER_INPUT', 'note', { expected: '0–500' }),
      sheet('opmerking'),
      'opmerking (B5): Gebruik ten hoogste 500 tekens, en geen onzichtbare.',
    ],
  ])('%j is what to do, in Dutch', (fault, place, message) => {
    expect(adviceMessage(fault, place, 'nl')).toBe(message);
  });

  it('is the same in English', () => {
    expect(adviceMessage(range, sheet('vrij'), 'en')).toBe('vrij (B5): Give a number from 0 to 10,000.');
    const differs = rowFault('UNIT_DIFFERS', 'unit', { expected: 'HOUR_PER_WEEK' });
    expect(adviceMessage(differs, sheet('eenheid'), 'en')).toContain('hour per week');
  });

  it('holds no code of a status or a unit', () => {
    const contradiction = rowFault('STATUS_CONTRADICTS_AVAILABLE', 'available');
    for (const fault of [contradiction, adviceFault('unit', 'UNIT'), adviceFault('status', 'STATUS')])
      expect(adviceMessage(fault, sheet('vrij'), 'nl')).not.toMatch(/[A-Z]{3}/);
  });

  it('speaks of no cells where there are none', () => {
    const place: FaultPlace = { form: 'STANDARD', row: 5, column: null, name: 'updated' };
    const faults = [adviceFault('asOf', 'MOMENT'), adviceFault('asOf', 'MISSING'), rowFault('AS_OF_OUTDATED', 'asOf')];
    for (const fault of faults) {
      expect(adviceMessage(fault, place, 'nl')).not.toMatch(/\bvak\b|kolom|invulblad|peildatum/);
      expect(adviceMessage(fault, place, 'nl')).toContain('updated');
    }
  });
});

describe('what is said of a file', () => {
  it('names the header where a key was used before', () => {
    expect(fileMessage(figureAdvice, 'IDEMPOTENCY_KEY_REUSED', 'nl', {})).toContain('header idempotency-key');
    expect(fileMessage(figureAdvice, 'IMPORT_FILE_EMPTY', 'nl', {})).toContain('geen regels');
  });
});

describe('every advice', () => {
  const texts = [generalTexts, generalSheetTexts, adviceTexts, sheetTexts].flatMap((some: Record<string, AdviceText>) =>
    Object.entries(some),
  );

  it.each(texts)('%s says the same in both languages', (_name, { nl, en }) => {
    const parameters = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(parameters(nl)).toEqual(parameters(en));
    expect(nl).toMatch(/\.$/);
    expect(en).toMatch(/\.$/);
  });
});
