import { faker } from '@faker-js/faker/locale/nl';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifies } from './identifying.js';

const { first_name: given, last_name: family } = faker.rawDefinitions.person ?? {};
const givenNames = [...(given?.female ?? []), ...(given?.male ?? []), ...(given?.generic ?? [])].filter((name) =>
  /^\p{L}+$/u.test(name),
);
const aGivenName = fc.constantFrom(...givenNames);
const aFamilyName = fc.constantFrom(...(family?.generic ?? []));
const wayOfWriting = fc.constantFrom(
  (name: string) => name,
  (name: string) => name.toLowerCase(),
  (name: string) => name.toUpperCase(),
);

// names and addresses of nobody
describe('a remark', () => {
  it.each([
    ['a given name', 'Fatima kan vanaf maandag'],
    ['a given name behind a word', 'plek voor Kevin vanaf mei'],
    ['a hyphenated given name', 'Anne-Sophie slaapt slecht'],
    ['a whole name', 'gesproken over Jan de Vries'],
    ['a name that is a word, with a family name', 'Roos van den Berg wil naar huis'],
    ['a name in small letters', 'gaat om emma de vries'],
    ['a name in capitals', 'KEVIN BAKKER'],
    ['a family', 'familie Oosterhuis zoekt rust'],
    ['a mother by her name', 'moeder Shirley belt terug'],
    ['a lady', 'mw. Yılmaz is akkoord'],
    ['a gentleman', 'Dhr van Dalen komt mee'],
    ['a child that is introduced', 'het kind heet Xavi'],
    ['a girl', 'meisje Tjitske, 9 jaar'],
    ['initials', 'J.P. van der Meulen is de voogd'],
    ['an initial', 'voogd is K. Bouazza'],
    ['a street', 'woont Kerkstraat 12'],
    ['a street in small letters', 'adres: lange poten laan 3 of kerklaan 3a'],
    ['a street with two words', 'Prinses Beatrixlaan 104'],
    ['a postcode', '8232 AB'],
    ['a postcode without a blank', 'in 8232ab'],
    ['a birth date', 'geboren 3 mei 2014'],
    ['a birth date in short', 'geb. 03-05-2014'],
    ['a birth date by its word', 'geboortedatum: 2014-05-03'],
  ])('with %s is found', (_what, text) => {
    expect(identifies(text)).toBe(true);
  });

  it.each([
    'twee plekken vrij vanaf 1 mei 2027',
    'Max 4 kinderen tegelijk',
    'Ben je er maandag? Bel de planning.',
    'Kind kan niet samen met jongere kinderen',
    'moeder en vader zijn het eens; ouders komen mee',
    'Plek vrij bij Gezinshuis de Burcht in Almere',
    'overleg met Veilig Thuis en de Raad voor de Kinderbescherming',
    'gezin in Lelystad, school in Dronten',
    'JIM is betrokken, mentor door het kind gekozen',
    'Roos is de naam van de groep niet, wel de kleur',
    'wachtlijst 3 weken, 2026 en 2027',
    'onderweg 2 uur, enkele weg 40 km',
    'crisisplek tot 12:00 uur, daarna Storm gemeld',
    'Samen Veilig Midden-Nederland is de GI',
    'arbeidsmarkt 2027 en fietspad 3 km verder',
    'jongen van 12, ASS, hoort bij zus van 9',
    'De leefgroep is vol, Team AnderS kan eerder',
    'kamer 12 is klaar op 3-5-2027',
    'Postbus 3, zie website',
    'No one named, all anonymous; can start in May',
    'zoon en dochter slapen apart',
    'per 1 jan. 2027 een plek erbij',
    'weekend: vr 17.00 tot zo 19.00',
  ])('that tells of nobody is none of it: %s', (text) => {
    expect(identifies(text)).toBe(false);
  });

  it('is found with any common given and family name, however it is written', () => {
    fc.assert(
      fc.property(aGivenName, aFamilyName, wayOfWriting, (first, last, write) => {
        expect(identifies(`gesproken over ${write(`${first} ${last}`)} gisteren`)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
