import type { AddRoutes } from '../../gateway/routes/added-routes.js';
import { hasRole } from '../../platform/identity/caller.js';
import { HubError } from '../../platform/errors/errors.js';
import { addFile, csvType, type FileKind } from '../files/file-routes.js';
import { parametersOf } from '../files/parameters.js';
import { patient } from '../whole-answer.js';
import type { ExportedPlacement } from './exported-placement.js';
import { ijwDraft, missingOf, tellMissing, type IjwDraft } from './ijw-draft.rules.js';
import { messageCodes, type IjwMessage } from './ijw-codes.js';
import { draftCsv, draftJson } from './write-draft.js';

const kinds: readonly FileKind<IjwDraft>[] = [
  { ending: 'json', type: 'application/json; charset=utf-8', write: draftJson },
  { ending: 'csv', type: csvType, write: draftCsv },
];
const messages = Object.keys(messageCodes) as readonly IjwMessage[];

/**
 * `GET /export/ijw/jw301.json?placementId=…` and the like: a draft of a message of iJw about one placement, as the registered operation
 * `ExportPlacement` answers it to the caller. EXPORT_INCOMPLETE names all that is missing.
 */
export const ijwRoutes: AddRoutes = (tools) => {
  for (const message of messages)
    addFile(tools, `ijw/${message.toLowerCase()}`, kinds, async (request) => {
      const { placementId, agb = null } = parametersOf(request, ['placementId', 'agb']);
      if (placementId === undefined)
        throw new HubError('BAD_USER_INPUT', { field: 'placementId', expected: 'placementId=…' });
      const ask = patient((operation, variables) => tools.run(request, operation, variables));
      const isOwner = hasRole(tools.callerOf(request), 'case-owner');
      const { exportedPlacement } = await ask<{ exportedPlacement: ExportedPlacement }>('ExportPlacement', {
        id: placementId,
        isOwner,
      });
      return wholeDraft(message, exportedPlacement, typeof agb === 'string' ? agb : null);
    });
};

/** Throws STATE_CONFLICT for care that never began, EXPORT_INCOMPLETE for a draft that lacks what it must have. */
function wholeDraft(message: IjwMessage, placement: ExportedPlacement, agb: string | null): IjwDraft {
  if (placement.status === 'CANCELLED') throw new HubError('STATE_CONFLICT', { state: placement.status });
  const draft = ijwDraft(message, placement, agb);
  const missing = missingOf(draft);
  if (missing.length > 0) throw new HubError('EXPORT_INCOMPLETE', { message, fields: tellMissing(missing) });
  return draft;
}
