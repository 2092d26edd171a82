import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { PageArgs, pageRequest, toConnection, type Connection } from '../../../platform/paging/pages.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { Municipality } from '../../../vocabulary/places/municipality.js';
import { MunicipalityCode } from '../../../vocabulary/scalars.js';
import { noteFamilies } from '../access-log/family.rules.js';
import { Availability } from '../availability/availability.type.js';
import { Organisation } from '../borrowed-types.js';
import { Closure, toClosure } from './closure/closure.type.js';
import type { CapacityContext } from '../context.js';
import { CapacityReport, toCapacityReport } from '../report/capacity-report.type.js';
import { Site, toSite } from './site/site.type.js';
import { knownMunicipality } from './known-municipality.js';
import { isPlaceShown } from './place.rules.js';
import { offerSortValues } from './offer.store.js';
import { Offer, OfferConnection, toOffer } from './offer.type.js';

@InputType({ description: 'Which offers to list; what is left out does not narrow the list.' })
class OfferFilter {
  @Field(() => [LadderRung.type], { nullable: true, description: 'Only offers on these rungs.' })
  rungs!: LadderRung[] | null;

  @Field(() => MunicipalityCode, { nullable: true, description: 'Only offers that work in this municipality.' })
  municipalityCode!: string | null;

  @Field(() => ID, { nullable: true, description: 'Only offers of this organisation.' })
  organisationId!: string | null;
}

@Resolver(() => Offer)
export class OfferResolver {
  @Query(() => Offer, {
    nullable: true,
    description: 'One offer. NOT_FOUND when it does not exist or is not yours to see.',
  })
  async offer(
    @Arg('id', () => ID, { description: 'Identifier of the offer.' }) id: string,
    @Ctx() { loaders }: CapacityContext,
  ): Promise<Offer> {
    const row = isUuid(id) ? await loaders.offers.load(id) : null;
    if (!row) throw new HubError('NOT_FOUND');
    return toOffer(row);
  }

  @Query(() => OfferConnection, { nullable: true, description: 'The offers that the caller may see, by title.' })
  async offers(
    @Arg('filter', () => OfferFilter, { nullable: true, description: 'Narrows the list.' }) filter: OfferFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CapacityContext,
  ): Promise<Connection<Offer>> {
    const page = pageRequest(args, 2);
    const organisationId = filter?.organisationId ?? null;
    if (organisationId !== null && !isUuid(organisationId)) return toConnection([], page, offerSortValues, toOffer);
    const selection = {
      rungs: filter?.rungs?.length ? filter.rungs : null,
      municipalityCode: knownMunicipality('filter.municipalityCode', filter?.municipalityCode),
      organisationId,
    };
    const rows = await services.offers.findPage(caller, selection, page);
    noteFamilies(audit, caller, rows.slice(0, page.first));
    return toConnection(rows, page, offerSortValues, (row) => toOffer(row));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The provider's own key of the offer, unique within its organisation; null for anybody else.",
  })
  key(@Root() offer: Offer, @Ctx() { caller }: CapacityContext): string | null {
    return offer.organisationId === caller.organisationId ? offer.key : null;
  }

  @FieldResolver(() => Organisation, { nullable: true, description: 'The organisation that makes the offer.' })
  organisation(@Root() offer: Offer): Organisation {
    return { id: offer.organisationId };
  }

  @FieldResolver(() => Site, {
    nullable: true,
    description:
      'The site from which help is given; null where that is secret (SECRET_LOCATION) and not of your own organisation.',
  })
  async site(@Root() offer: Offer, @Ctx() { caller, loaders }: CapacityContext): Promise<Site | null> {
    const row = isPlaceShown(caller, offer) ? await loaders.sites.load(offer.siteId) : null;
    return row && toSite(row);
  }

  @FieldResolver(() => Municipality, {
    nullable: true,
    description: 'Municipality of the site; null where that is secret.',
  })
  async municipality(@Root() offer: Offer, @Ctx() context: CapacityContext): Promise<Municipality | null> {
    return (await this.site(offer, context))?.municipality ?? null;
  }

  @FieldResolver(() => Availability, {
    nullable: true,
    description: 'What the offer can give now, or at the moment of the search that found it.',
  })
  availability(@Root() offer: Offer, @Ctx() { loaders }: CapacityContext): Availability | Promise<Availability | null> {
    return offer.assessed ?? loaders.availability.load(offer.id);
  }

  @FieldResolver(() => CapacityReport, {
    nullable: true,
    description: 'The newest figure as its provider gave it, however old.',
  })
  async latestReport(@Root() offer: Offer, @Ctx() { loaders }: CapacityContext): Promise<CapacityReport | null> {
    const row = await loaders.latestReports.load(offer.id);
    return row && toCapacityReport(row);
  }

  @FieldResolver(() => Closure, {
    nullable: true,
    description: 'The stop on intake that holds now; null when intake is open.',
  })
  async closure(@Root() offer: Offer, @Ctx() { loaders }: CapacityContext): Promise<Closure | null> {
    const row = await loaders.closures.load(offer.id);
    return row && toClosure(row);
  }
}
