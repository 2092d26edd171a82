import type { FigureArgs } from '../../../figures/figure-args.js';
import { figureQuestion, isOver, type FigureQuestion } from '../../../figures/figure-question.js';
import type { Figure, FigureLabel } from '../../../figures/figure.type.js';
import { codeLabels, monthLabels, municipalityLabels } from '../../../figures/labels.rules.js';
import { HubError } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { askedTeamKinds } from '../network/network-request.rules.js';
import { NetworkFunction } from '../network/network-request.vocabulary.js';
import { TeamKind } from '../team/team.vocabulary.js';
import { namedLabels } from './named-labels.rules.js';
import type { NetworkResponse, networkResponseReadModel } from './network-response.read-model.js';
import { responseColumns, responseRows } from './network-response.rules.js';
import type { NetworkResponseGrouping } from './network-response.vocabulary.js';

const text = {
  name: 'networkResponse',
  title: 'Hoe het netwerk antwoordt',
  unit: 'vragen en uren',
  howCounted: [
    'Elke vraag telt één keer, in het jaar en de maand waarin zij werd gesteld.',
    'De 48 uur zijn klokuren vanaf het stellen, geen kantooruren; doorgeven geeft geen extra tijd.',
    'Voorgelegd is wat op enig moment voor de zorgbemiddelaars van de regio kwam, ook als het daarna werd beantwoord.',
    'Voor een analist staan beantwoord en de mediaan alleen bij het totaal, en zijn er geen rijen per team.',
  ],
  doesNotAddUp: [
    'Binnen 48 uur, later en nog geen contact zijn samen alle vragen; beantwoord en voorgelegd staan daar naast.',
    'Een vraag telt bij het team dat haar het laatst had, ook als een eerder team te laat was.',
    'Een vraag staat los van een dossier: hoeveel kinderen het zijn is niet bekend.',
  ],
  assumptions: [],
};

type LabelsOf = (question: FigureQuestion, told: readonly NetworkResponse[]) => FigureLabel[];
const labels: Readonly<Record<NetworkResponseGrouping, LabelsOf>> = {
  MONTH: ({ year }) => monthLabels(year),
  FUNCTION: () => codeLabels(NetworkFunction),
  MUNICIPALITY: ({ region }) => municipalityLabels(region),
  TEAM_KIND: () => codeLabels(TeamKind).filter(({ key }) => askedTeamKinds.some((kind) => kind === key)),
  TEAM: (_, told) => namedLabels(told),
};

/** Tells how the network answers what it is asked. */
export function networkResponseService(readModel: ReturnType<typeof networkResponseReadModel>) {
  return {
    /** Throws FORBIDDEN for an analyst who asks by team: one team is a few people at work. */
    async networkResponse(caller: Caller, args: FigureArgs, by: NetworkResponseGrouping): Promise<Figure> {
      const question = figureQuestion(caller, args);
      const { form, region, year } = question;
      if (by === 'TEAM' && form === 'SUPPRESSED') throw new HubError('FORBIDDEN');
      const counted = await readModel.count(question, by);
      const told = isOver(question, counted) ? counted.counts : null;
      const table = responseRows(form, labels[by](question, counted.counts), told);
      return { ...text, region: region.key, year, asOf: counted.asOf, columns: responseColumns, ...table };
    },
  };
}
