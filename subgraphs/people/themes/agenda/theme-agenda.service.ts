import type { FigureArgs } from '../../../../figures/figure-args.js';
import { stockQuestion, type FigureQuestion } from '../../../../figures/figure-question.js';
import { figureForm } from '../../../../figures/figure-form.rules.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { findRegion } from '../../../../vocabulary/places/region.js';
import type { GuideService } from '../../guides/guide.service.js';
import type { Theme } from '../theme.type.js';
import type { ThemeAgendaItem } from './theme-agenda.type.js';

type Period = Pick<FigureQuestion, 'year' | 'asOf'>;

/** The themes of a region, each with what the other subgraphs count for it. Throws as `stockQuestion` does, NOT_FOUND for a region without themes. */
export function themeAgenda(caller: Caller, guides: GuideService, args: FigureArgs): ThemeAgendaItem[] {
  const question = stockQuestion(caller, args);
  return guides.themes(caller, question.region.key).map((theme) => itemOf(theme, question));
}

const idShape = /^([a-z0-9-]+)\/(2[0-9]{3})\/(now|[0-9]{4}-[0-9]{2}-[0-9]{2})\/([A-Z0-9_]+)$/;

/** The item that an identifier stands for; null when it is none, or none of the caller's. */
export function agendaItem(caller: Caller, guides: GuideService, id: string): ThemeAgendaItem | null {
  const [, key = '', year = '', asOf = '', code = ''] = idShape.exec(id) ?? [];
  const region = findRegion(key);
  const theme = region && figureForm(caller, region) ? guides.theme(region.key, code) : null;
  return theme && itemOf(theme, { year: Number(year), asOf: asOf === 'now' ? null : asOf });
}

function itemOf(theme: Theme, { year, asOf }: Period): ThemeAgendaItem {
  const { region, code, rungs, ageBands, factors } = theme;
  const id = `${region}/${year}/${asOf ?? 'now'}/${code}`;
  return { id, theme, question: { region, year, asOf, rungs, ageBands, factors } };
}
