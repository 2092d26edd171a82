import { faker } from '@faker-js/faker/locale/nl';

/** Given names that Dutch children have which are words as well: by themselves they say nothing of anybody. */
const alsoWords = new Set(
  `ace amber aurora bas beau ben bente boet bo bob can cas charlie coco daisy deen dies don donna eden faas fender fleur floor fos iris jade
  jasmijn jazz jet jip job joy kaan keet kick lev lex lieve linde lot lou lux maan maas madelief mare mark marley mart mas mats max maxim
  maxime medina mees merel mik mina mink nadir nova pip puck puk quinn raf rein rico riff riley robin roos rover ruby sam sem senna sep sil
  sten storm toon tuur valentijn vesper vik wende wies wolf`.split(/\s+/),
);

const { first_name: given, last_name: family } = faker.rawDefinitions.person ?? {};
/** In small letters; a name that was damaged on its way into the list is left out. */
const lower = (names: readonly string[] | undefined): string[] =>
  (names ?? []).filter((name) => /^[\p{L}'’ -]+$/u.test(name)).map((name) => name.toLowerCase());
const givenNames = new Set([...lower(given?.generic), ...lower(given?.female), ...lower(given?.male)]);
const familyNames = new Set(lower(family?.generic));

/** Whether a word, in small letters, is a given name, be it a word as well. Source of the names: the Dutch lists of Faker. */
export function isGivenName(word: string): boolean {
  return givenNames.has(word);
}

/** Whether a word, in small letters, is a given name and nothing else. */
export function isOnlyGivenName(word: string): boolean {
  return givenNames.has(word) && !alsoWords.has(word);
}

/** Whether words, in small letters, are a family name, with what stands before it: `de vries`. */
export function isFamilyName(words: string): boolean {
  return familyNames.has(words);
}
