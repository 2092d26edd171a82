import type { FigureText } from '../../../../figures/two-way-figure.rules.js';

const mainOnly = 'Alleen waar het kind woont of zijn hulp krijgt telt; een tweede plek voor een time-out telt niet.';
const erased = 'Van een gewist dossier blijft de plaatsing geteld, met de eerste van de maand als dag.';

export const residentialCountText: FigureText = {
  name: 'residentialCount',
  title: 'Kinderen in een leef- of behandelgroep of gesloten jeugdhulp',
  unit: 'kinderen',
  howCounted: [
    'Elke maand telt wie er op de laatste dag woont; de maand van de peildag telt op die dag.',
    'De leeftijd is die welke het kind in het kalenderjaar bereikt: van het kind is alleen het geboortejaar bekend.',
    mainOnly,
  ],
  doesNotAddUp: [
    'Maanden tellen niet op: wie blijft, telt elke maand opnieuw.',
    'Wat een verblijf kost is in de hub niet bekend.',
    erased,
  ],
};

export const ladderShiftText: FigureText = {
  name: 'ladderShift',
  title: 'In- en uitstroom per trede',
  unit: 'plaatsingen',
  howCounted: [
    'Instroom telt in de maand waarin de hulp begint, uitstroom in de maand waarin zij eindigt, elk op de trede van de plaatsing.',
    mainOnly,
  ],
  doesNotAddUp: [
    'Wie van trede wisselt telt als uitstroom op de oude en als instroom op de nieuwe trede.',
    'Instroom en uitstroom zijn niet gelijk: kinderen komen van buiten de hub en gaan naar thuis zonder plaatsing.',
    erased,
  ],
};

export const fosterToResidentialText: FigureText = {
  name: 'fosterToResidential',
  title: 'Van pleegzorg naar een groep',
  unit: 'plaatsingen',
  howCounted: [
    'Geteld is wie in het jaar in een leef- of behandelgroep of gesloten jeugdhulp kwam wonen, één keer per plaatsing.',
    'Rechtstreeks: de trede ervoor was pleegzorg of netwerkpleegzorg. Eerder: een eerdere plaatsing van hetzelfde kind.',
    mainOnly,
  ],
  doesNotAddUp: ['Pleegzorg van voor de hub en van gewiste dossiers is niet bekend en telt als nooit.', erased],
};

export const fosterEndingsText: FigureText = {
  name: 'fosterEndings',
  title: 'Hoe verblijf in een pleeggezin eindigt',
  unit: 'plaatsingen',
  howCounted: [
    'Geteld is pleegzorg en netwerkpleegzorg die in het jaar eindigde.',
    'Afgebroken: beëindigd door cliënt of aanbieder, of voortijdig in overleg (iJw-redenen 32, 33 en 34).',
    mainOnly,
  ],
  doesNotAddUp: ['Het risico op afbreken is het aandeel afgebroken; wat nog loopt kan ook nog afbreken.', erased],
};
