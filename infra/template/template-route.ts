import { addFile, sheetType, type FileKind } from '../../exchange/files/file-routes.js';
import { parametersOf } from '../../exchange/files/parameters.js';
import { patient } from '../../exchange/whole-answer.js';
import type { AddRoutes } from '../../gateway/routes/added-routes.js';
import type { OwnOffer } from './own-offers.js';
import { allOf, type Page } from './own-pages.js';
import { templateFile } from './template-file.js';

const kinds: readonly FileKind<readonly OwnOffer[]>[] = [{ ending: 'xlsx', type: sheetType, write: templateFile }];

/** `GET /export/template.xlsx`: the spreadsheet of a provider with its own offers, to fill in and to send to `POST /import`. */
export const templateRoute: AddRoutes = (tools) => {
  addFile({ ...tools, identify: tools.identifyForFile }, 'template', kinds, (request) => {
    parametersOf(request, []);
    const ask = patient((operation, variables) => tools.run(request, operation, variables));
    return allOf(async (after) => (await ask<{ offers: Page<OwnOffer> }>('TemplateOffers', { after })).offers);
  });
};
