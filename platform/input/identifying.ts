import { isFamilyName, isGivenName, isOnlyGivenName } from './known-names.js';

/** What stands between a given name and a family name. */
const particles = `(?:(?:van|von|de|den|der|du|el|al|la|le|ben|bin|ten|ter|(?:in|op)\\s+(?='t|’t|de[rn]?\\s)|'t|’t|het)\\s+)`;
/** A word with a capital: `Bakker`, `O'Neill`. */
const capitalised = `\\p{Lu}[\\p{L}'’-]+`;
const words = /[\p{L}'’]+/gu;

/** After these comes somebody's name. */
const introductions = [
  `(?:dhr|mw|mevr|mej)\\b\\.?|mevrouw|meneer|mijnheer`,
  `(?:pleeg|stief|groot|schoon)?(?:moeder|vader|ouders?)|broer(?:tje)?|zus(?:je)?|zoon(?:tje)?|dochter(?:tje)?|oma|opa|tante|oom`,
  `kind|jongen|meisje|jeugdige|cli[eë]nt(?:e)?|familie|gezin`,
  `heet|hete|genaamd|(?:voor|achter|roep)?naam(?:\\s+is)?`,
].join('|');
const introduced = new RegExp(
  `(?<!\\p{L})(?:(?:${introductions})):?\\s+${particles}{0,3}(?<name>${capitalised})`,
  'giu',
);
const initialled = new RegExp(`(?<![\\p{L}.])(?:\\p{Lu}\\.\\s?){1,4}${particles}{0,3}${capitalised}`, 'u');
const following = new RegExp(`^\\s+(?<name>(?<particles>${particles}{0,3})(?<family>[\\p{L}'’-]+))`, 'iu');
const startsWithCapital = new RegExp(`^${capitalised}$`, 'u');

const streets = 'straat|laan|weg|plein|gracht|kade|hof|dreef|singel|dijk|pad|steeg|plantsoen|markt|meent|erf|veld';
const measures =
  'uur|uren|minuten|min|dag|dagen|weken|week|maand|maanden|jaar|km|meter|keer|x|plek|plekken|plaats|plaatsen|kind|kinderen';
const address = new RegExp(
  `(?<!\\p{L})(?!onderweg|vanweg)\\p{L}{3,}(?:${streets})\\s+(?!(?:19|20)\\d\\d)\\d{1,4}(?:\\s?[a-z])?(?![\\d/:.,-]*\\d)(?!\\p{L})(?!\\s*(?:${measures})(?!\\p{L}))`,
  'iu',
);
const postcode = /(?<![\d\p{L}])[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}(?!\p{L})|(?<![\d\p{L}])[1-9]\d{3}[a-z]{2}(?!\p{L})/u;
const birthDate = /(?<!\p{L})geb(?:oren|oortedatum|\.|\s)[^\d\n]{0,20}\d/iu;

/**
 * Whether a text names somebody, or tells an address or a birth date. A remark is for what matters to a place or a decision: names that are
 * common in the Netherlands, names that are introduced as such, initials, streets with a number and postcodes are found; no rule finds all.
 */
export function identifies(text: string): boolean {
  const plain = text.normalize('NFKC');
  return address.test(plain) || postcode.test(plain) || birthDate.test(plain) || namesSomebody(plain);
}

function namesSomebody(text: string): boolean {
  if (initialled.test(text)) return true;
  if ([...text.matchAll(introduced)].some(({ groups }) => isWritten(groups?.['name'] ?? ''))) return true;
  return [...text.matchAll(words)].some(({ 0: word, index }) => isName(word, text.slice(index + word.length)));
}

/** With a capital and small letters, as a name is: the search above takes capitals and small letters for the same. */
function isWritten(name: string): boolean {
  return startsWithCapital.test(name) && name !== name.toUpperCase();
}

/** Whether a word is a given name, by itself or by the family name behind it. */
function isName(word: string, behind: string): boolean {
  const small = word.toLowerCase();
  if (!isGivenName(small)) return false;
  if (isOnlyGivenName(small) && isWritten(word)) return true;
  const next = following.exec(behind)?.groups;
  if (!next) return false;
  return (
    isFamilyName((next['name'] ?? '').toLowerCase()) ||
    (isWritten(word) && next['particles'] !== '' && isWritten(next['family'] ?? ''))
  );
}
