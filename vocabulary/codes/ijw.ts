/** The product categories of the iJw standard that are in use (code list JZ020, iJw 3.2), with their Dutch names. */
export const ijwCategories: Readonly<Record<string, string>> = {
  '40': 'persoonlijke verzorging',
  '41': 'dagbehandeling',
  '42': 'vervoerdiensten',
  '43': 'jeugdhulp verblijf (inclusief behandeling)',
  '44': 'jeugdhulp verblijf (exclusief behandeling)',
  '45': 'jeugdhulp ambulant',
  '46': 'jeugdhulp crisis',
  '47': 'jeugdreclassering',
  '48': 'jeugdbescherming',
  '49': 'activiteiten in het preventief justitieel kader',
  '50': 'maatwerkarrangementen jeugd',
  '51': 'generalistische basis-ggz',
  '52': 'specialistische ggz',
  '53': 'kindergeneeskunde',
  '54': 'jeugd-ggz',
  '55': 'landelijk ingekochte zorg',
};

/** Whether a text is a category in use. 31 to 38 are on the list too, of 2015, and may not be used any more. */
export function isIjwCategory(text: string): boolean {
  return Object.hasOwn(ijwCategories, text);
}

/** Whether a text has the form of an iJw product code: 1 to 5 characters, no space. Which ones exist differs by contract. */
export function isProductCode(text: string): boolean {
  return /^[^\s]{1,5}$/u.test(text);
}
