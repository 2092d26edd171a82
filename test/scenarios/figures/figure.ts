import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import type { Actor } from '../../actors.js';
import type { HubAnswer, TestHub } from '../../hub.js';

export interface FigureCell {
  readonly value: number | null;
  readonly whyWithheld: string | null;
}

export interface FigureRow {
  readonly key: string;
  readonly title: string;
  readonly cells: readonly FigureCell[];
  readonly total: FigureCell | null;
}

/** A figure as the registered operations ask for it. */
export interface AskedFigure {
  readonly asOf: string;
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly FigureRow[];
  readonly total: FigureRow | null;
  readonly howCounted: readonly string[];
  readonly doesNotAddUp: readonly string[];
  readonly assumptions: readonly string[];
}

/** Asks for a figure by the operation in the file of that name. */
export function askFigure(
  hub: TestHub,
  file: string,
  variables: object,
  actor?: Actor,
): Promise<HubAnswer<Readonly<Record<string, AskedFigure | null>>>> {
  return hub.query(committedDocument(file), variables, actor);
}

/** The only figure of an answer without errors. */
export async function figure(hub: TestHub, file: string, variables: object, actor: Actor): Promise<AskedFigure> {
  const { data, errors } = await askFigure(hub, file, variables, actor);
  const [answer] = Object.values(data);
  if (errors.length > 0 || !answer) throw new Error(`no figure: ${JSON.stringify(errors)}`);
  return answer;
}

const strangers = [
  'case-owner',
  'ret-member',
  'provider-planner',
  'provider-system',
  'privacy-officer',
  'operator',
] as const;

/** Has everybody ask a figure of Flevoland who may not: with which codes each is refused. */
export async function refusals(hub: TestHub, file: string, variables: object): Promise<Record<string, unknown[]>> {
  const codesFor = async (actor: Actor): Promise<unknown[]> =>
    (await askFigure(hub, file, { ...variables, region: 'flevoland' }, actor)).errors.map(
      ({ extensions }) => extensions?.['code'],
    );
  const told: Record<string, unknown[]> = {
    'a broker of another region': await codesFor({ role: 'care-broker', region: 'region-2' }),
    'an analyst of another region': await codesFor({ role: 'analyst', region: 'region-2' }),
  };
  for (const role of strangers) told[role] = await codesFor({ role });
  return told;
}

/** How those are refused: of another region as if there were no such region, and other roles as such. */
export const allRefused: Readonly<Record<string, unknown[]>> = {
  ...Object.fromEntries(strangers.map((role) => [role, ['FORBIDDEN']])),
  'a broker of another region': ['NOT_FOUND'],
  'an analyst of another region': ['NOT_FOUND'],
};

/** The numbers of a figure, row by row, each total last; null where one is withheld. */
export function numbersOf({ rows }: AskedFigure): (number | null)[][] {
  return rows.map(({ cells, total }) => [...cells, ...(total ? [total] : [])].map(({ value }) => value));
}
