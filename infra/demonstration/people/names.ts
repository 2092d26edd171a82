import { createRandom, type Random } from '../random.js';

/** A person who does not exist. */
export interface PersonName {
  readonly name: string;
  /** The name in letters that an e-mail address takes, such as `samira.zaytouni`. */
  readonly mailbox: string;
  /** Languages that the person may speak beside Dutch. */
  readonly languages: readonly string[];
}

interface Origin {
  /** How many of a hundred people. */
  readonly share: number;
  readonly firstNames: string;
  /** Made up: none is known to be anyone's. */
  readonly surnames: string;
  readonly languages: readonly string[];
}

const origins: readonly Origin[] = [
  {
    share: 50,
    firstNames:
      'Anouk Bas Carlijn Daan Elske Floor Gijs Hanneke Iris Jorrit Karlijn Lotte Maarten Nienke Olaf Petra Quinten Roos Sjoerd Tessa Ute Vera Wouter Yvonne Zeger',
    surnames:
      'Grasveldman, van Rietzoom, Kluitenaar, Ploegmeyer, van der Duinrand, Zandhoever, Hagenwoud, Molenkolk, Turfstaal, Dijkvoogd, Wilgenrode, Hooibrinkman, Lisdodde, van Oeverbeek, Kranswier, Boterbloemsma, Strandgaarde, Veenstapper, Kweldervoort, Esdoornaar, Roggelander, Slootweghe, Berkenmoer, Haverzicht, ten Polderkamp, Vlasakker, Bramenbossche, Schelpenaar',
    languages: ['en', 'dse'],
  },
  {
    share: 12,
    firstNames: 'Samira Youssef Nadia Karim Hanan Bilal Loubna Tarik Siham Anouar',
    surnames: 'El Zaytaoui, Benhaddoukal, Ait Tamdaghtou, El Warrachi, Bouzahrani, Ameziannou',
    languages: ['ar', 'zgh'],
  },
  {
    share: 12,
    firstNames: 'Elif Emre Zeynep Kemal Dilek Serkan Ayşe Onur Gülay Murat',
    surnames: 'Karadenizer, Gülsuyucu, Taşkoparanlı, Akçayırlar, Denizbaşar, Yıldırımsoylu',
    languages: ['tr'],
  },
  {
    share: 8,
    firstNames: 'Rania Fadi Hala Basel Lina Nour Ghassan Maysa',
    surnames: 'Al Qamhawi, Darwazani, Al Zaytunah, Halabiyan, Shamsaddini, Al Nahrawi',
    languages: ['ar', 'en'],
  },
  {
    share: 8,
    firstNames: 'Agnieszka Piotr Magda Tomasz Ewa Łukasz Beata Marek',
    surnames: 'Brzozowiak, Jeziorczyk, Lipowiczak, Polniak, Kamieniczak, Sośniczak',
    languages: ['pl'],
  },
  {
    share: 10,
    firstNames: 'Shanti Ricardo Lygia Roy Sharmila Glenn Aisha Winston Farida Humphrey',
    surnames: 'Kankantrieboom, Soekhmandirsing, Bhagwandienpal, Tamarindo, Koningsbloem, Kwattaweg',
    languages: ['srn', 'hns'],
  },
];

/** As many different people as asked for, the same on every machine. */
export function drawNames(count: number): PersonName[] {
  const random = createRandom('people:names');
  const people = new Map<string, PersonName>();
  while (people.size < count) {
    const { firstNames, surnames, languages } = drawOrigin(random);
    const name = `${random.pick(firstNames.split(' '))} ${random.pick(surnames.split(', '))}`;
    people.set(name, { name, mailbox: mailbox(name), languages });
  }
  return [...people.values()];
}

function drawOrigin(random: Random): Origin {
  return random.pick(origins.flatMap((origin) => Array.from({ length: origin.share }, () => origin)));
}

/** Letters without their marks, two of which have no separate mark to drop; a dot after the first name. */
function mailbox(name: string): string {
  const [first = '', ...rest] = name.replaceAll('ı', 'i').replaceAll('Ł', 'L').split(' ');
  return `${first}.${rest.join('')}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
