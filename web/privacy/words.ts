import { purposeWords } from '../parts/people-words.js';

/** Data of which it is written down that somebody did something with it; for others their code is shown. */
const nouns: Readonly<Record<string, string>> = {
  CASE: 'de casus',
  CASEACCESS: 'wie er keek',
  CASEHANDOVER: 'de overdracht',
  CONSENT: 'de toestemming',
  CONSULTATION: 'de vraag',
  BREAKGLASS: 'de noodtoegang',
  DEPLOYMENT: 'de inzet van een duo',
  FAMILYOFFER: 'het aanbod van een gezin',
  HOLD: 'een vastgehouden plek',
  MENTOR: 'de JIM (mentor)',
  NETWORKREQUEST: 'een vraag aan het netwerk',
  PLACEMENT: 'de plaatsing',
  REFERRAL: 'de verwijzing',
  ROUNDTABLE: 'de ronde tafel',
  SEARCH: 'een zoekopdracht',
  SIGNAL: 'een signaal',
  WAITLISTENTRY: 'de plek op de wachtlijst',
};

const actions: Readonly<Record<string, string>> = {
  READ: 'bekeken',
  CREATED: 'gemaakt',
  CHANGED: 'gewijzigd',
  REMOVED: 'verwijderd',
  EXECUTED: 'uitgevoerd',
};

/** What was done, such as CASE_READ, in words: `de casus bekeken`. */
export function eventText(event: string): string {
  const [noun = '', action = ''] = event.split('_');
  const words = [nouns[noun], actions[action]];
  return words.every((word) => word !== undefined) ? words.join(' ') : event;
}

/** A person as the hub knows one: the name at who vouches for it stands last. */
export function userText(userId: string): string {
  return userId.slice(userId.lastIndexOf('#') + 1);
}

/** What somebody else looked for. */
export function purposeText(purpose: string): string {
  return purpose === 'OWN_CASE' ? 'Eigen casus' : (purposeWords[purpose] ?? purpose);
}
