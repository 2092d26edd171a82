import { capacityStatusCodes, exchangeProperties, exchangeTaxonomies } from '../../vocabulary/codes/exchange-terms.js';
import { ijwCategories } from '../../vocabulary/codes/ijw.js';
import type { PublicArea, PublicOffer } from '../public-offer.rules.js';
import { stableId } from '../stable-id.js';
import { withoutEmpty } from '../without-empty.js';
import type { Words } from '../words.js';
import type { HsdsAttribute } from './hsds-objects.js';

interface Term {
  readonly taxonomy: string;
  readonly code: string;
  readonly name: string;
  readonly value?: string | null;
}

type Link = Pick<HsdsAttribute, 'link_id' | 'link_entity'>;

/** What HSDS has no field for, as attributes: codes of the hub and of Dutch youth care, and properties with a value. */
export function serviceAttributes(offer: PublicOffer, words: Words): HsdsAttribute[] {
  const link: Link = { link_id: offer.id, link_entity: 'service' };
  const terms: Term[] = [
    coded('rung', 'LadderRung', offer.rung, words),
    {
      taxonomy: exchangeTaxonomies.category,
      code: offer.category,
      name: ijwCategories[offer.category] ?? offer.category,
    },
    ...offer.targetGroups.map((code) => coded('targetGroup', 'Characteristic', code, words)),
    ...offer.exclusions.map((code) => coded('exclusion', 'Characteristic', code, words)),
    ...offer.legalFrameworks.map((code) => coded('legalFramework', 'LegalFramework', code, words)),
    ...offer.timeWindows.map((code) => coded('timeWindow', 'TimeWindow', code, words)),
    ...offer.placeFeatures.map((code) => coded('placeFeature', 'PlaceFeature', code, words)),
    ...figureTerms(offer, words),
  ];
  return terms.map((term) => toAttribute(link, term));
}

/** Where a location is: an address HSDS would want whole, and the hub knows none. */
export function locationAttributes(locationId: string, { municipality, postcode4 }: PublicArea): HsdsAttribute[] {
  const link: Link = { link_id: locationId, link_entity: 'location' };
  return [
    toAttribute(link, {
      taxonomy: exchangeTaxonomies.municipality,
      code: `GM${municipality.code}`,
      name: municipality.name,
    }),
    toAttribute(link, {
      taxonomy: exchangeTaxonomies.postcodeArea,
      code: postcode4,
      name: `postcodegebied ${postcode4}`,
    }),
  ];
}

function figureTerms({ figure, ownKey }: PublicOffer, words: Words): Term[] {
  const properties: Term[] = [
    property('ownKey', 'eigen kenmerk van de aanbieder', ownKey),
    property('waitlistCount', 'aantal wachtenden', figure?.waitlistCount),
    property('waitEstimateDays', 'verwachte wachttijd in dagen', figure?.waitEstimateDays),
    property('nextAvailableOn', 'verwachte dag waarop er plaats is', figure?.nextAvailableOn),
  ].filter(({ value }) => value != null);
  if (!figure) return properties;
  const { status } = figure;
  const name = words('CapacityStatus', status);
  return [{ taxonomy: exchangeTaxonomies.capacityStatus, code: capacityStatusCodes[status], name }, ...properties];
}

function property(
  name: keyof typeof exchangeProperties,
  dutch: string,
  value: string | number | null | undefined,
): Term {
  return {
    taxonomy: exchangeTaxonomies.property,
    code: exchangeProperties[name],
    name: dutch,
    value: value == null ? null : String(value),
  };
}

function coded(taxonomy: keyof typeof exchangeTaxonomies, enumName: string, code: string, words: Words): Term {
  return { taxonomy: exchangeTaxonomies[taxonomy], code, name: words(enumName, code) };
}

function toAttribute(link: Link, { taxonomy, code, name, value }: Term): HsdsAttribute {
  const termId = stableId('term', taxonomy, code);
  return withoutEmpty({
    id: stableId('attribute', link.link_id, taxonomy, code),
    ...link,
    taxonomy_term_id: termId,
    value,
    label: name,
    taxonomy_term: { id: termId, code, name, description: name, taxonomy, language: 'nl' },
  });
}
