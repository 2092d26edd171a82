import { codeFinder, codeReader, readText, type Reading } from '../../../../platform/import/columns/values.rules.js';
import type { Cell } from '../../../../platform/import/sheet/sheet.js';
import { municipalityCodeFrom, municipalityCodeOf } from '../../../../vocabulary/places/municipality.js';
import { ExperienceCode } from '../../experience/experience.vocabulary.js';
import { ExpertiseCode, ExpertiseLevel } from '../../expertise/expertise.vocabulary.js';
import type { ExpertiseInput } from '../../publishing/publishing.input.js';
import { ProfessionalRegister } from '../../publishing/publishing.vocabulary.js';
import type { ProfessionalAdvice } from '../advice/advice-texts.js';

type Find<T> = (word: string) => T | undefined;
type Read<T> = (cell: Cell) => Reading<T, ProfessionalAdvice>;

/** How a yes and a no are written; the template writes these. */
export const yesNo = { codes: ['YES', 'NO'], dutch: { YES: 'ja', NO: 'nee' } } as const;
const findYesNo = codeFinder(yesNo, { YES: ['j', 'true', 'waar', 'x'], NO: ['n', 'false', 'onwaar'] });

const findLevel = codeFinder(ExpertiseLevel);
const findSubject = codeFinder(ExpertiseCode);

export const readRegister: Read<ProfessionalRegister> = codeReader(codeFinder(ProfessionalRegister), 'REGISTER');

export function readYesNo(cell: Cell): Reading<boolean, ProfessionalAdvice> {
  if (cell === null || typeof cell === 'boolean') return { value: cell };
  const code = typeof cell === 'string' ? findYesNo(cell) : undefined;
  return code === undefined ? { advice: 'YES_NO' } : { value: code === 'YES' };
}

export const readExpertise: Read<ExpertiseInput[]> = listReader(findExpertise, 'EXPERTISE');
export const readExperience: Read<ExperienceCode[]> = listReader(codeFinder(ExperienceCode), 'EXPERIENCE');
export const readMunicipalities: Read<string[]> = listReader(remembered(findMunicipality), 'MUNICIPALITY');
export const readLanguages: Read<string[]> = listReader(remembered(findLanguage), 'LANGUAGE');

const separators = /[\s().-]+/g;
const international = /^\+[1-9][0-9]{6,14}$/;
const dutch = /^0[1-9][0-9]{8}$/;

/** A telephone number in international form, also where it is written as in the Netherlands: `0320 - 000 101`. */
export function readPhone(cell: Cell): Reading<string, ProfessionalAdvice> {
  const reading = readText(cell);
  if (!('value' in reading) || reading.value === null) return reading;
  const plain = reading.value.replace(separators, '').replace(/^00/, '+');
  if (international.test(plain)) return { value: plain };
  return dutch.test(plain) ? { value: `+31${plain.slice(1)}` } : { advice: 'PHONE' };
}

/** A list in one cell: with `;` or a line for each, or with commas where no name of one holds a comma. */
function listReader<T>(find: Find<T>, advice: ProfessionalAdvice): Read<T[]> {
  return (cell) => {
    const reading = readText(cell);
    if (!('value' in reading)) return { advice };
    const words = parts(reading.value ?? '', /[;\r\n]+/);
    const found = words.flatMap((word) => {
      const whole = find(word);
      return whole === undefined ? parts(word, /,/).map(find) : [whole];
    });
    const known = found.filter((one) => one !== undefined);
    if (known.length < found.length) return { advice };
    return { value: known.length === 0 ? null : known };
  };
}

function parts(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `trauma: specialist` */
function findExpertise(word: string): ExpertiseInput | undefined {
  const at = word.lastIndexOf(':');
  const code = at === -1 ? undefined : findSubject(word.slice(0, at));
  const level = findLevel(word.slice(at + 1));
  return code === undefined || level === undefined ? undefined : { code, level };
}

/** By its name or its code, of which a spreadsheet drops the noughts in front. */
function findMunicipality(word: string): string | undefined {
  const code = /^[0-9]{1,4}$/.test(word) ? word.padStart(4, '0') : word;
  return municipalityCodeFrom(code) ?? municipalityCodeOf(word) ?? undefined;
}

const dutchNames = new Intl.DisplayNames('nl', { type: 'language', fallback: 'none' });
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const tagOfName: ReadonlyMap<string, string> = new Map(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((tag) => [[dutchNames.of(tag), tag] as const])
    .flatMap(([name, tag]) => (name === undefined ? [] : [[name.toLowerCase(), tag] as const])),
);

/** By its Dutch name or its tag: the shortest that there is. */
function findLanguage(word: string): string | undefined {
  const named = tagOfName.get(word.toLowerCase());
  if (named !== undefined || !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(word)) return named;
  try {
    return Intl.getCanonicalLocales(word)[0];
  } catch {
    // it only looks like a tag, as nl-12 does
    return undefined;
  }
}

/** The Dutch name of a language, where it may stand in a file; otherwise its tag. */
export function languageText(tag: string): string {
  const name = dutchNames.of(tag);
  return name !== undefined && findLanguage(name) === tag ? name : tag;
}

/** The same words stand in a file again and again. */
function remembered<T>(find: Find<T>): Find<T> {
  const known = new Map<string, T | undefined>();
  return (word) => {
    if (!known.has(word) && known.size < 10_000) known.set(word, find(word));
    return known.has(word) ? known.get(word) : find(word);
  };
}
