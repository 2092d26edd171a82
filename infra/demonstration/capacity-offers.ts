import { Characteristic, PlaceFeature } from '../../vocabulary/child.js';
import { LadderRung } from '../../vocabulary/ladder.js';
import { flevoland } from '../../vocabulary/places/region.js';
import { offerTemplates, rungsByProvider, type OfferTemplate } from './offer-templates.js';
import { organisations, type DemonstrationOrganisation } from './organisations.js';
import { createRandom, demonstrationId, type Random } from './random.js';

/** A row for a table of capacity: column names and values. */
export type Row = Readonly<Record<string, unknown>>;

/** One postcode area in each municipality where an organisation of the region has its office, and a few more in the region. */
const postcodes: Readonly<Record<string, readonly string[]>> = {
  '0034': ['1315', '1324', '1335', '1358'],
  '0303': ['8251', '8254'],
  '0995': ['8224', '8232', '8243'],
  '0171': ['8302', '8308'],
  '0184': ['8321', '8322'],
  '0050': ['3891', '3893'],
  '0243': ['3841'],
  '0302': ['8071'],
  '0193': ['8011'],
  '0402': ['1211'],
};

const firstProvidersOffers = 6;
const languages = ['ar', 'ti', 'pl', 'tr', 'en', 'dse'] as const;

/** Every site and offer of the region: six offers a provider and one of each local-access team. */
export function demonstrationOffers(createdAt: Date): { sites: Row[]; offers: Row[] } {
  const providers = organisations.filter(
    ({ kind }) => kind === 'CARE_PROVIDER' || kind === 'FOSTER_CARE_PROVIDER' || kind === 'LOCAL_ACCESS',
  );
  const sites = providers.flatMap(sitesOf);
  const offers = providers.flatMap((provider) => offersOf(provider, createdAt));
  return { sites, offers };
}

function sitesOf(organisation: DemonstrationOrganisation): Row[] {
  return (postcodes[organisation.municipalityCode] ?? []).slice(0, 2).map((postcode4, index) => ({
    id: siteId(organisation, index),
    organisation_id: organisation.id,
    name: index === 0 ? `${organisation.name}, hoofdvestiging` : `${organisation.name}, locatie ${index + 1}`,
    establishment_number: null,
    municipality_code: organisation.municipalityCode,
    postcode4,
  }));
}

/** Of an offer, by the keys of its organisation and its own, such as `ambulatory-1`. */
export function offerId(organisationKey: string, key: string): string {
  return demonstrationId(`offer:${organisationKey}:${key}`);
}

function siteId({ key }: DemonstrationOrganisation, index: number): string {
  return demonstrationId(`site:${key}:${index}`);
}

function offersOf(organisation: DemonstrationOrganisation, createdAt: Date): Row[] {
  const isLocal = organisation.kind === 'LOCAL_ACCESS';
  const rungs = isLocal ? (['LOCAL_TEAM'] as const) : (rungsByProvider[organisation.key] ?? []);
  const count = isLocal ? 1 : firstProvidersOffers;
  return Array.from({ length: count }, (_, index) => {
    const rung = rungs[index % rungs.length];
    const template = offerTemplates.find((candidate) => candidate.rung === rung);
    if (!template) throw new Error(`no template for the rungs of ${organisation.key}`);
    return offerRow(organisation, template, index, createdAt);
  });
}

function offerRow(
  organisation: DemonstrationOrganisation,
  template: OfferTemplate,
  index: number,
  createdAt: Date,
): Row {
  const key = `${template.rung.toLowerCase().replaceAll('_', '-')}-${index + 1}`;
  const random = createRandom(`offer:${organisation.key}:${key}`);
  const [ageMin, ageMax] = random.pick(template.ages);
  const { targetGroups, exclusions } = groups(random, template);
  const workingArea = area(random, organisation);
  const siteCount = Math.min((postcodes[organisation.municipalityCode] ?? []).length, 2);
  return {
    id: offerId(organisation.key, key),
    organisation_id: organisation.id,
    key,
    site_id: siteId(organisation, random.whole(0, siteCount - 1)),
    title: template.titles[index % template.titles.length],
    description: template.description,
    rung: template.rung,
    home_rung:
      template.rung === 'TAILORED'
        ? random.pick(['OWN_HOME', 'KINSHIP_FOSTER', 'FAMILY_HOME'] satisfies LadderRung[])
        : null,
    category: isCrisis(template, index) ? '46' : template.category,
    product_code: `${template.category}A${random.whole(10, 49)}`,
    is_crisis: isCrisis(template, index),
    age_min: ageMin,
    age_max: ageMax,
    sex: template.rung === 'SMALL_SCALE' || template.rung === 'RESIDENTIAL_GROUP' ? pickSex(random) : null,
    target_groups: targetGroups,
    exclusions,
    legal_frameworks: template.legal,
    children_together: random.whole(...template.childrenTogether),
    time_windows: template.windows.filter((_, place) => place === 0 || random.chance(0.9)),
    unit: template.unit,
    capacity_model: template.model,
    working_area: workingArea,
    contracted_municipalities: workingArea.filter(() => random.chance(0.8)),
    languages: ['nl', ...random.sample(languages, random.chance(0.35) ? random.whole(1, 2) : 0)],
    place_features: template.unit === 'PLACE' ? random.sample(PlaceFeature.codes, random.whole(0, 3)) : [],
    created_at: createdAt,
    retired_at: null,
  };
}

function isCrisis({ rung }: OfferTemplate, index: number): boolean {
  return (rung === 'RESIDENTIAL_GROUP' || rung === 'FOSTER') && index === 2;
}

function pickSex(random: Random): string | null {
  return random.chance(0.3) ? random.pick(['FEMALE', 'MALE']) : null;
}

/** Half of the offers are for everyone; the heavier the help, the more it excludes. */
function groups(
  random: Random,
  { rung }: OfferTemplate,
): { targetGroups: Characteristic[]; exclusions: Characteristic[] } {
  const isLight = rung === 'LOCAL_TEAM' || rung === 'COMMUNITY_SUPPORT';
  const targetGroups = isLight || random.chance(0.5) ? [] : random.sample(Characteristic.codes, random.whole(2, 6));
  const excludable = Characteristic.codes.filter((code) => !targetGroups.includes(code));
  return { targetGroups, exclusions: isLight ? [] : random.sample(excludable, random.whole(0, 3)) };
}

/** Where an offer works: the own municipality and others of the region; a provider from outside always reaches some of it. */
function area(random: Random, { kind, municipalityCode }: DemonstrationOrganisation): string[] {
  if (kind === 'LOCAL_ACCESS') return [municipalityCode];
  const others = flevoland.municipalityCodes.filter((code) => code !== municipalityCode);
  return [municipalityCode, ...random.sample(others, random.whole(2, others.length))];
}
