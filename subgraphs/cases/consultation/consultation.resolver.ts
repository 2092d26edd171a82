import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { PageArgs, toConnection, type Connection } from '../../../platform/paging/pages.js';
import type { CasesContext } from '../context.js';
import { knownMunicipality } from '../lists/known-municipality.js';
import { timePage } from '../../../platform/paging/time-page.js';
import { ConsultationFilter } from './consultation-filter.type.js';
import { consultationSortValues } from './consultation.read-model.js';
import { Consultation, ConsultationConnection, toConsultation } from './consultation.type.js';

@Resolver(() => Consultation)
export class ConsultationResolver {
  @Query(() => Consultation, {
    nullable: true,
    description: 'One consultation. NOT_FOUND when it does not exist or is not yours to see.',
  })
  async consultation(
    @Arg('id', () => ID, { description: 'Identifier of the consultation.' }) id: string,
    @Ctx() { loaders }: CasesContext,
  ): Promise<Consultation> {
    const row = isUuid(id) ? await loaders.consultations.load(id) : null;
    if (!row) throw new HubError('NOT_FOUND');
    return toConsultation(row);
  }

  @Query(() => ConsultationConnection, {
    nullable: true,
    description: 'The consultations that the caller may see, newest first.',
  })
  async consultations(
    @Arg('filter', () => ConsultationFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ConsultationFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<Consultation>> {
    const page = timePage(args);
    knownMunicipality('municipalityCode', filter?.municipalityCode);
    const rows = await services.consultations.findPage(caller, filter ?? {}, page);
    const found = toConnection(rows, page, consultationSortValues, toConsultation);
    audit.found('Consultation', found);
    return found;
  }

  @Query(() => ConsultationConnection, {
    nullable: true,
    description:
      'The questions that nobody answered within 48 hours and that still wait, the longest first. What was answered too late is no longer here; it still counts as late.',
  })
  async overdueConsultations(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<Consultation>> {
    const page = timePage(args);
    const rows = await services.consultations.findOverdue(caller, page);
    const found = toConnection(rows, page, consultationSortValues, toConsultation);
    audit.found('Consultation', found);
    return found;
  }
}
