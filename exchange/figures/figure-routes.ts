import type { AddRoutes } from '../../gateway/routes/added-routes.js';
import { addFile, csvType, sheetType, type FileKind } from '../files/file-routes.js';
import { parametersOf } from '../files/parameters.js';
import { patient } from '../whole-answer.js';
import { wordsOf } from '../words.js';
import type { ExportedFigure } from './exported-figure.js';
import { figureCsv } from './figure-csv.js';
import { figureExports } from './figure-exports.js';
import { figureSheet } from './figure-sheet.js';

/**
 * `GET /export/<figure>.csv` and `.xlsx`: a figure of the dashboards as the registered operation answers it, and so with the rights of the
 * caller and with what is withheld from it. People take them from the page as well.
 */
export const figureRoutes: AddRoutes = (tools) => {
  const words = wordsOf(tools.schema);
  const kinds: readonly FileKind<ExportedFigure>[] = [
    { ending: 'csv', type: csvType, write: figureCsv },
    { ending: 'xlsx', type: sheetType, write: (figure) => figureSheet(figure, words) },
  ];
  for (const asked of figureExports)
    addFile({ ...tools, identify: tools.identifyForFile }, asked.name, kinds, async (request) => {
      const parameters = parametersOf(request, asked.parameters);
      const ask = patient((operation, variables) => tools.run(request, operation, variables));
      const data = await ask<Readonly<Record<string, unknown>>>(asked.operation, parameters);
      return asked.figureIn(data, parameters);
    });
};
