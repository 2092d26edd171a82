import { freeText } from '../../../../platform/input/free-text.js';
import { isIjwCategory, isProductCode } from '../../../../vocabulary/codes/ijw.js';
import { isEstablishmentNumber } from '../../../../vocabulary/codes/registers.js';
import type { LadderRung } from '../../../../vocabulary/ladder.js';
import { isMunicipality } from '../../../../vocabulary/places/municipality.js';
import type { CapacityModel, CapacityUnit } from '../../availability/capacity-codes.js';
import { containsBsn } from '../../../../platform/input/free-text.js';
import { isKey, longestKey } from '../../../../platform/input/own-key.js';
import { badValue, faultOf, rowFault, wholeFault, type RowFault } from '../../../../platform/input/row-fault.js';
import type { OfferDetailsInput, OfferSiteInput } from './registration.input.js';

const longestName = 200;
const longestDescription = 4_000;
const oldestAge = 27;
const mostChildren = 12;
const longestList = 400;

/** What is counted in an offer, by how its capacity comes about. */
const unitsOf: Readonly<Record<CapacityModel, readonly CapacityUnit[]>> = {
  PLACES: ['PLACE'],
  HOURS: ['HOUR_PER_WEEK', 'DAYDEEL'],
  DUO_HOURS: ['HOUR_PER_WEEK'],
  CASELOAD: ['TRAJECTORY', 'FAMILY', 'DAYDEEL'],
};

/** At home without help nobody offers anything, and a mentor is chosen by the child. */
const neverOffered: readonly LadderRung[] = ['OWN_HOME', 'MENTOR_JIM'];
const neverLivedOn: readonly LadderRung[] = ['MENTOR_JIM', 'TAILORED'];

type At = (name: string) => string;

/** The first thing about an offer that cannot be, by itself; null when all can. `at` gives the place of a value in the input. */
export function detailsFault(details: OfferDetailsInput, at: At): RowFault | null {
  const { ageMin, ageMax, childrenTogether, category, productCode } = details;
  return (
    nameFault(at('title'), details.title) ??
    faultOf(() => freeText(at('description'), details.description, longestDescription)) ??
    siteFault(details.site, (name) => at(`site.${name}`)) ??
    rungFault(details, at) ??
    (isIjwCategory(category) ? null : badValue(at('category'), '40..55')) ??
    (isProductCode(productCode) && isKey(productCode) ? null : badValue(at('productCode'), '1–5')) ??
    wholeFault(at('ageMin'), ageMin, 0, oldestAge) ??
    wholeFault(at('ageMax'), ageMax, ageMin, oldestAge) ??
    wholeFault(at('childrenTogether'), childrenTogether, 1, mostChildren) ??
    unitFault(details, at) ??
    listsFault(details, at)
  );
}

function nameFault(field: string, name: string): RowFault | null {
  return (
    faultOf(() => freeText(field, name, longestName)) ??
    (name.trim() === '' ? badValue(field, `1–${longestName}`) : null)
  );
}

function rungFault({ rung, homeRung = null }: OfferDetailsInput, at: At): RowFault | null {
  if (neverOffered.includes(rung)) return badValue(at('rung'), 'LOCAL_TEAM..TAILORED');
  if ((rung === 'TAILORED') !== (homeRung !== null)) return badValue(at('homeRung'), 'TAILORED <=> homeRung');
  return homeRung !== null && neverLivedOn.includes(homeRung) ? badValue(at('homeRung'), 'OWN_HOME..SECURE') : null;
}

function unitFault({ unit, capacityModel }: OfferDetailsInput, at: At): RowFault | null {
  const units = unitsOf[capacityModel];
  return units.includes(unit) ? null : badValue(at('unit'), `${capacityModel}: ${units.join(', ')}`);
}

function listsFault(details: OfferDetailsInput, at: At): RowFault | null {
  const { legalFrameworks, workingArea, contractedMunicipalities } = details;
  if (legalFrameworks.length === 0) return badValue(at('legalFrameworks'), '1..');
  if (workingArea.length === 0) return badValue(at('workingArea'), '1..');
  const long = Object.entries(details).find(([, value]) => Array.isArray(value) && value.length > longestList);
  if (long) return badValue(at(long[0]), `0..${longestList}`);
  return (
    municipalitiesFault(at('workingArea'), workingArea) ??
    municipalitiesFault(at('contractedMunicipalities'), contractedMunicipalities)
  );
}

function municipalitiesFault(field: string, codes: readonly string[]): RowFault | null {
  const wrong = codes.findIndex((code) => !isMunicipality(code));
  return wrong < 0 ? null : rowFault('UNKNOWN_MUNICIPALITY', `${field}.${wrong}`);
}

/** A site is named by its key, or by where it stands, or by both. */
function siteFault(
  { key = null, name, municipalityCode, postcode4, establishmentNumber }: OfferSiteInput,
  at: At,
): RowFault | null {
  const isPlaced = municipalityCode != null && postcode4 != null;
  if (key !== null && !isKey(key)) return badValue(at('key'), `1–${longestKey}`);
  if (key !== null && containsBsn(key)) return rowFault('CONTAINS_BSN', at('key'));
  if (municipalityCode == null && postcode4 != null)
    return badValue(at('municipalityCode'), 'postcode4 => municipalityCode');
  if (municipalityCode != null && postcode4 == null) return badValue(at('postcode4'), 'municipalityCode => postcode4');
  if (key === null && !isPlaced) return badValue(at('key'), 'key, or municipalityCode + postcode4');
  if (!isPlaced && (name != null || establishmentNumber != null))
    return badValue(at('municipalityCode'), 'municipalityCode + postcode4');
  if (municipalityCode != null && !isMunicipality(municipalityCode))
    return rowFault('UNKNOWN_MUNICIPALITY', at('municipalityCode'));
  if (establishmentNumber != null && !isEstablishmentNumber(establishmentNumber))
    return badValue(at('establishmentNumber'), '[0-9]{12}');
  return name == null ? null : nameFault(at('name'), name);
}
