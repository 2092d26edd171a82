import type { PublicFigure, PublicOffer } from './public-offer.rules.js';
import type { Words } from './words.js';

/** For whom an offer is, in a Dutch sentence: both standards have a place for text where the hub has codes. */
export function eligibilityText(offer: PublicOffer, words: Words): string {
  const { ageMin, ageMax, sex, targetGroups, exclusions, legalFrameworks } = offer;
  const list = (enumName: string, codes: readonly string[]): string =>
    codes.map((code) => words(enumName, code)).join(', ');
  const parts = [
    `${ageMin} tot en met ${ageMax} jaar`,
    sex === null ? '' : `alleen ${words('Sex', sex)}`,
    targetGroups.length > 0 ? `voor: ${list('Characteristic', targetGroups)}` : '',
    exclusions.length > 0 ? `niet bij: ${list('Characteristic', exclusions)}` : '',
    `juridisch kader: ${list('LegalFramework', legalFrameworks)}`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

/** What is free, in a Dutch sentence. */
export function figureText(figure: PublicFigure, unitWord: string, words: Words): string {
  const { status, available, maximum, waitlistCount, waitEstimateDays } = figure;
  const parts = [
    `${words('CapacityStatus', status)}: ${available} van ${maximum} vrij, geteld per ${unitWord}`,
    waitlistCount === null ? '' : `wachtenden: ${waitlistCount}`,
    waitEstimateDays === null ? '' : `verwachte wachttijd: ${waitEstimateDays} dagen`,
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
