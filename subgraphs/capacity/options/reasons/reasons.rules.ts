import { defineEnum } from '../../../../vocabulary/define-enum.js';
import { Characteristic, PlaceFeature } from '../../../../vocabulary/child.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import type { NeedFields } from '../../../../vocabulary/need.js';
import type { OfferRow } from '../../offer/offer.entity.js';
import type { OptionFacts } from '../options.read-model.js';
import { placementReason } from './placement.rules.js';

/** Why an option stands where it stands: its place, then the points of the order, then what else fits or needs care. */
export const ReasonCode = defineEnum(
  'ReasonCode',
  'A reason for the place of an option. It is an ordering, never a chance of success.',
  {
    RUNG: 'de trede van de ladder',
    FIRST: 'staat bovenaan',
    AFTER_CONTRACT: 'na de vorige door het contract',
    AFTER_RUNG: 'na de vorige door de trede',
    AFTER_START: 'na de vorige door het begin',
    AFTER_FRESHNESS: 'na de vorige door de ouderdom van het cijfer',
    AFTER_DELIVERY: 'na de vorige door uren of tijden',
    AFTER_HOME: 'na de vorige door de afstand tot thuis',
    AFTER_SCHOOL: 'na de vorige door de afstand tot school',
    AFTER_FAIRNESS: 'na de vorige door een eerdere reservering',
    AFTER_TIE: 'gelijk aan de vorige',
    CONTRACTED: 'onder contract',
    NOT_CONTRACTED: 'niet onder contract',
    STARTS_IN_TIME: 'kan op tijd beginnen',
    STARTS_LATER: 'kan later beginnen',
    START_UNKNOWN: 'begin niet bekend',
    FIGURE_AGING: 'cijfer wordt oud',
    FIGURE_STALE: 'cijfer is verouderd',
    FIGURE_MISSING: 'geen cijfer bekend',
    FIGURE_DISPUTED: 'cijfer wordt betwist',
    HOURS_NOT_MET: 'gevraagde uren niet vrij of niet bekend',
    WINDOWS_NOT_MET: 'niet op alle gevraagde tijden',
    DISTANCE_UNKNOWN: 'afstand niet te bepalen',
    NEAR_HOME: 'afstand tot thuis',
    NEAR_SCHOOL: 'afstand tot school',
    TARGET_GROUP: 'passend voor de doelgroep',
    LANGUAGE: 'spreekt de taal',
    PLACE_FEATURE: 'heeft gewenste kenmerken',
    CRISIS_PLACE: 'crisisplek',
    ASSESSMENT_REQUIRED: 'eerst nader onderzoek',
    SEX_NOT_GIVEN: 'geslacht navragen',
    NEVER_HELD: 'nog niet eerder gereserveerd',
  },
);
export type ReasonCode = (typeof ReasonCode.codes)[number];

export interface ReasonText {
  readonly code: ReasonCode;
  readonly text: string;
}

/** The reasons for one option: codes and the Dutch sentences that a broker reads. `previous` is the sort key of the option before it. */
export function reasonsFor(
  need: NeedFields,
  offer: OfferRow,
  facts: OptionFacts,
  previous: readonly string[] | null,
): ReasonText[] {
  return [
    placementReason(facts.sortKey, previous, facts.rank),
    contractReason(facts),
    rungReason(offer),
    startReason(facts),
    ...freshnessReasons(facts),
    ...disputeReasons(facts),
    ...deliveryReasons(need, facts),
    ...distanceReasons(need, facts),
    ...fitReasons(need, offer, facts),
    ...fairnessReasons(facts),
  ];
}

function rungReason({ rung, homeRung }: OfferRow): ReasonText {
  const home = homeRung === null ? '' : `, het kind woont: ${LadderRung.dutch[homeRung]}`;
  return { code: 'RUNG', text: `Trede: ${LadderRung.dutch[rung]}${home}.` };
}

function contractReason({ isContracted }: OptionFacts): ReasonText {
  return isContracted
    ? { code: 'CONTRACTED', text: 'De betalende gemeente heeft hiervoor een contract.' }
    : { code: 'NOT_CONTRACTED', text: 'Geen contract: er is toestemming van de betalende gemeente nodig.' };
}

function startReason({ startsInTime, availableFromOn }: OptionFacts): ReasonText {
  if (startsInTime)
    return { code: 'STARTS_IN_TIME', text: `Kan op tijd beginnen (vanaf ${dutchDay(availableFromOn)}).` };
  if (availableFromOn !== null)
    return { code: 'STARTS_LATER', text: `Begint later dan gevraagd: verwacht vanaf ${dutchDay(availableFromOn)}.` };
  return { code: 'START_UNKNOWN', text: 'Niet bekend wanneer de hulp kan beginnen: vraag het na.' };
}

function freshnessReasons({ availability }: OptionFacts): ReasonText[] {
  switch (availability.freshness.state) {
    case 'FRESH':
      return [];
    case 'AGING':
      return [{ code: 'FIGURE_AGING', text: 'Het cijfer wordt oud.' }];
    case 'STALE':
      return [{ code: 'FIGURE_STALE', text: 'Het cijfer is verouderd en telt niet als vrij: bel de aanbieder.' }];
    case 'UNKNOWN':
      return [{ code: 'FIGURE_MISSING', text: 'Er is geen cijfer bekend: bel de aanbieder.' }];
  }
}

function disputeReasons({ availability }: OptionFacts): ReasonText[] {
  return when(
    availability.isDisputed,
    'FIGURE_DISPUTED',
    'Iemand belde en hoorde iets anders dan dit cijfer; de aanbieder antwoordde nog niet: bel voor u reserveert.',
  );
}

function deliveryReasons(need: NeedFields, { areHoursMet, areWindowsMet, availability }: OptionFacts): ReasonText[] {
  const hours = need.hoursPerWeek === null ? '' : decimals.format(need.hoursPerWeek);
  const lacking = availability.available === null ? 'Niet bekend of er' : 'Er zijn geen';
  return [
    ...when(
      !areHoursMet,
      'HOURS_NOT_MET',
      `${lacking} ${hours} uur per week vrij${availability.available === null ? ' zijn' : ''}.`,
    ),
    ...when(!areWindowsMet, 'WINDOWS_NOT_MET', 'De hulp is er niet op alle gevraagde tijden.'),
  ];
}

function distanceReasons(need: NeedFields, { distanceToHomeKm, distanceToSchoolKm }: OptionFacts): ReasonText[] {
  const isBoundUnchecked = need.maxDistanceKm !== null && distanceToHomeKm === null;
  return [
    ...when(isBoundUnchecked, 'DISTANCE_UNKNOWN', 'De afstand is niet te bepalen: let zelf op de grootste afstand.'),
    ...when(distanceToHomeKm !== null, 'NEAR_HOME', `${dutchKm(distanceToHomeKm)} km van huis.`),
    ...when(distanceToSchoolKm !== null, 'NEAR_SCHOOL', `${dutchKm(distanceToSchoolKm)} km van school.`),
  ];
}

function fitReasons(need: NeedFields, offer: OfferRow, { availability }: OptionFacts): ReasonText[] {
  const groups = offer.targetGroups
    .filter((group) => need.characteristics.includes(group))
    .map((group) => Characteristic.dutch[group]);
  const features = offer.placeFeatures
    .filter((feature) => need.placeFeatures.includes(feature))
    .map((feature) => PlaceFeature.dutch[feature]);
  const languages = offer.languages.filter((language) => need.languages.includes(language));
  return [
    ...when(groups.length > 0, 'TARGET_GROUP', `Gericht op: ${groups.join(', ')}.`),
    ...when(languages.length > 0, 'LANGUAGE', `Spreekt: ${languages.map(dutchLanguage).join(', ')}.`),
    ...when(features.length > 0, 'PLACE_FEATURE', `Heeft: ${features.join(', ')}.`),
    ...when(need.isCrisis && offer.isCrisis, 'CRISIS_PLACE', 'Dit is een crisisplek.'),
    ...when(
      availability.status === 'ADDITIONAL_ASSESSMENT_REQUIRED',
      'ASSESSMENT_REQUIRED',
      'De aanbieder wil eerst nader onderzoek.',
    ),
    ...when(
      offer.sex !== null && need.sex === null,
      'SEX_NOT_GIVEN',
      'Het aanbod is voor één geslacht: vraag na of het past.',
    ),
  ];
}

function fairnessReasons({ lastHeldAt }: OptionFacts): ReasonText[] {
  return when(lastHeldAt === null, 'NEVER_HELD', 'Voor dit aanbod is nog niet eerder een plek gereserveerd.');
}

function when(applies: boolean, code: ReasonCode, text: string): ReasonText[] {
  return applies ? [{ code, text }] : [];
}

// made once: `toLocaleString` makes them anew for each number
const languageNames = new Intl.DisplayNames(['nl'], { type: 'language' });
const decimals = new Intl.NumberFormat('nl');
const kilometres = new Intl.NumberFormat('nl', { maximumFractionDigits: 1 });

function dutchLanguage(tag: string): string {
  return tag === 'dse' ? 'Nederlandse Gebarentaal' : (languageNames.of(tag) ?? tag);
}

function dutchDay(day: string | null): string {
  return day === null ? '' : day.split('-').reverse().join('-');
}

function dutchKm(km: number | null): string {
  return kilometres.format(km ?? 0);
}
