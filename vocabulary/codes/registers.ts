const eightDigits = /^[0-9]{8}$/;
const twelveDigits = /^[0-9]{12}$/;
const nineDigits = /^[0-9]{9}000$/;

/**
 * What follows the prefix of an OIN: the main number and zeros up to 12 positions, after the OIN-Stelsel of Logius, chapter 6.
 * A prefix that is not here is not assigned. Of eight or nine positions, eight end in one zero more, so nine cover both.
 */
const oinForms: Readonly<Record<string, RegExp>> = {
  '00000001': nineDigits, // RSIN
  '00000002': nineDigits, // fiscal number
  '00000003': /^[0-9]{8}0000$/, // KvK number
  '00000004': nineDigits, // part of another organisation
  '00000006': nineDigits, // given out by Logius
  '00000007': /^[0-9A-Z]{9}000$/, // school (BRIN), letters too
  '00000008': nineDigits, // foreign organisation
  '00000009': nineDigits, // care provider (UZI, later Dezi)
  '00000010': nineDigits, // known to the tax office only
  '00000011': nineDigits, // care insurer
  '00000099': nineDigits, // test
};

/** Whether a text has the form of a number in the trade register (KvK): 8 digits. No check digit is known. */
export function isKvk(text: string): boolean {
  return eightDigits.test(text);
}

/** Whether a text has the form of an establishment number (vestigingsnummer) of the trade register: 12 digits. */
export function isEstablishmentNumber(text: string): boolean {
  return twelveDigits.test(text);
}

/** Whether a text has the form of an AGB code: 8 digits, leading zeros kept. No check digit is known. */
export function isAgb(text: string): boolean {
  return eightDigits.test(text);
}

/** Whether a text has the form of an OIN: 20 positions, an assigned prefix, its main number and the zeros that fill up. */
export function isOin(text: string): boolean {
  return oinForms[text.slice(0, 8)]?.test(text.slice(8)) ?? false;
}

/** Whether an organisation can stand in one of the three registers under this text. */
export function isRegistered(text: string): boolean {
  return isKvk(text) || isAgb(text) || isOin(text);
}
