import { groupBy } from '../../../platform/database/loaders.js';
import type { OrganisationRow } from '../../../subgraphs/people/organisation/organisation.entity.js';
import { flevoland } from '../../../vocabulary/places/region.js';
import { demonstrationOffers } from '../capacity-offers.js';
import { organisations, type DemonstrationOrganisation } from '../organisations.js';
import { createRandom } from '../random.js';

/** Where the numbers of the organisations begin: 101, 102, ... Copies of the region add thousands. */
const firstNumber = 101;
const firstAgb = 300;
const secondAgb = 600;
const firstIntake = 800;

const areaCodes: Readonly<Record<string, string>> = {
  '0034': '36',
  '0050': '36',
  '0303': '321',
  '0995': '320',
  '0171': '527',
  '0184': '527',
  '0243': '341',
  '0302': '341',
  '0193': '38',
  '0402': '35',
  '0344': '30',
};

/** A telephone number that cannot exist: no subscriber's number in the Netherlands begins with 000. */
export function inventedPhone(municipalityCode: string, number: number): string {
  const area = areaCodes[municipalityCode] ?? '';
  return `+31${area}000${String(number).padStart(6 - area.length, '0')}`;
}

/** The rows of `people.organisation`. */
export function demonstrationOrganisations(today: string): Omit<OrganisationRow, 'sortName'>[] {
  return organisations.map((organisation, index) => {
    const { id, key, name, kind, municipalityCode } = organisation;
    const number = firstNumber + index;
    return {
      ...{ id, key, name, kind },
      kvk: eightDigits(number),
      agb: agbCodes(organisation, number),
      oin: `${isProvider(organisation) ? '00000003' : '00000099'}${eightDigits(number)}0000`,
      municipalityCodes: workingMunicipalities(organisation),
      phone: inventedPhone(municipalityCode, number),
      email: `info@${key}.example`,
      website: `https://www.${key}.example`,
      contractedUntilOn: contractEnd(organisation, today),
      ...intake(organisation, number, today),
    };
  });
}

/** Who gives care is reached for a new child apart from its general number; the others have one number. */
function intake(organisation: DemonstrationOrganisation, number: number, today: string): Partial<OrganisationRow> {
  if (!isProvider(organisation)) return {};
  return {
    intakePhone: inventedPhone(organisation.municipalityCode, number + firstIntake),
    intakeEmail: `aanmelding@${organisation.key}.example`,
    intakeConfirmedAt: new Date(`${today}T00:00:00Z`),
  };
}

function eightDigits(number: number): string {
  return String(number).padStart(8, '0');
}

function isProvider({ kind }: DemonstrationOrganisation): boolean {
  return kind === 'CARE_PROVIDER' || kind === 'FOSTER_CARE_PROVIDER';
}

/** Who declares care has a code, some have a second for another kind of care. */
function agbCodes(organisation: DemonstrationOrganisation, number: number): string[] {
  if (!isProvider(organisation)) return [];
  const hasSecond = createRandom(`agb:${organisation.key}`).chance(0.25);
  return [number + firstAgb, ...(hasSecond ? [number + secondAgb] : [])].map(eightDigits);
}

const offersByOrganisation = groupBy(demonstrationOffers(new Date(0)).offers, (offer) => offer['organisation_id']);

/** A provider works where its offers do, local access at home, the others in the whole region. */
export function workingMunicipalities({ id, kind, municipalityCode }: DemonstrationOrganisation): string[] {
  if (kind === 'LOCAL_ACCESS') return [municipalityCode];
  const offers = offersByOrganisation.get(id);
  if (!offers) return [...flevoland.municipalityCodes];
  return [...new Set([municipalityCode, ...offers.flatMap((offer) => offer['working_area'] as string[])])];
}

/** Most providers have a contract to the end of this year or of one of the next two. */
function contractEnd(organisation: DemonstrationOrganisation, today: string): string | null {
  const random = createRandom(`contract:${organisation.key}`);
  const isContracted =
    organisation.kind === 'CERTIFIED_INSTITUTION' || (isProvider(organisation) && random.chance(0.85));
  return isContracted ? `${Number(today.slice(0, 4)) + random.whole(0, 2)}-12-31` : null;
}
