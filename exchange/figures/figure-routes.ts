import type { FastifyRequest } from 'fastify';
import type { AddRoutes } from '../../gateway/routes/added-routes.js';
import { HubError } from '../../platform/errors/errors.js';
import { patient } from '../whole-answer.js';
import { wordsOf, type Words } from '../words.js';
import type { ExportedFigure } from './exported-figure.js';
import { figureCsv } from './figure-csv.js';
import { figureExports, type AskedTariff, type FigureExport, type Parameters } from './figure-exports.js';
import { figureSheet } from './figure-sheet.js';

interface FileKind {
  readonly ending: string;
  readonly type: string;
  readonly write: (figure: ExportedFigure, words: Words) => string | Promise<Buffer>;
}

const kinds: readonly FileKind[] = [
  { ending: 'csv', type: 'text/csv; charset=utf-8', write: figureCsv },
  {
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: figureSheet,
  },
];

/** Parameters that are whole numbers. */
const numbers: ReadonlySet<string> = new Set(['year', 'fromWeeks', 'fromRefusals', 'assumedStayDays']);

/**
 * `GET /export/<figure>.csv` and `.xlsx`: a figure of the dashboards as the registered operation answers it, and so with the rights of the
 * caller and with what is withheld from it.
 */
export const figureRoutes: AddRoutes = ({ http, identify, onlyMethod, run, schema }) => {
  const words = wordsOf(schema);
  for (const asked of figureExports)
    for (const { ending, type, write } of kinds) {
      const file = `${asked.name}.${ending}`;
      http.get(`/export/${file}`, { onRequest: identify }, async (request, reply) => {
        const parameters = parametersOf(request, asked);
        const ask = patient((operation, variables) => run(request, operation, variables));
        const data = await ask<Readonly<Record<string, unknown>>>(asked.operation, parameters);
        const written = await write(asked.figureIn(data, parameters), words);
        return reply.header('content-disposition', `attachment; filename="${file}"`).type(type).send(written);
      });
      onlyMethod('GET', `/export/${file}`);
    }
};

/** The parameters of a request. Throws BAD_USER_INPUT for one that the figure does not have: a misspelt one would be left out unseen. */
function parametersOf(request: FastifyRequest, { parameters }: FigureExport): Parameters {
  const given = Object.entries(request.query as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    given.map(([name, value]) => {
      if (!parameters.includes(name))
        throw new HubError('BAD_USER_INPUT', { field: 'parameters', expected: parameters.join(', ') });
      return [name, valueOf(name, value)];
    }),
  );
}

function valueOf(name: string, value: unknown): Parameters[string] {
  if (typeof value !== 'string') throw new HubError('BAD_USER_INPUT', { field: name, expected: `${name}=…` });
  if (name === 'tariffs') return value.split(',').map(tariffOf);
  if (!numbers.has(name)) return value;
  if (!/^[0-9]{1,9}$/.test(value)) throw new HubError('BAD_USER_INPUT', { field: name, expected: '2026' });
  return Number(value);
}

/** A price for a day as it stands in an address: `SECURE:412.50`. */
function tariffOf(text: string): AskedTariff {
  const [, rung, euro] = /^([A-Z_]{1,40}):([0-9]{1,4}(?:\.[0-9]{1,2})?)$/.exec(text) ?? [];
  if (!rung || !euro) throw new HubError('BAD_USER_INPUT', { field: 'tariffs', expected: 'SECURE:412.50,…' });
  return { rung, euroPerDay: Number(euro) };
}
