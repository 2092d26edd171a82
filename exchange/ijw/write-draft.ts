import { stringify } from 'csv-stringify/sync';
import { harmless } from '../harmless.js';
import type { Element } from './elements.js';
import type { IjwDraft } from './ijw-draft.rules.js';

type Branch = { [name: string]: Branch | string | number };

/** A draft as one JSON object: the message as far as the hub knows it, and the paths that the owner's own system fills in. */
export function draftJson(draft: IjwDraft): string {
  const { message, placementId, caseNumber, ownReference, elements } = draft;
  const bericht: Branch = {};
  for (const { path, value } of elements) if (value !== null) plant(bericht, path.split('.'), value);
  const leftToOwner = elements.filter(({ by }) => by === 'OWNER').map(({ path }) => path);
  const head = { standard: 'iJw 3.2', message, isDraft: true, caseNumber, ownReference, placementId };
  return `${JSON.stringify({ ...head, leftToOwner, Bericht: bericht }, null, 2)}\n`;
}

function plant(branch: Branch, [name = '', ...rest]: readonly string[], value: string | number): void {
  if (rest.length === 0) {
    branch[name] = value;
    return;
  }
  const known = branch[name];
  const next: Branch = typeof known === 'object' ? known : {};
  branch[name] = next;
  plant(next, rest, value);
}

const columns = ['message', 'case_number', 'own_reference', 'element', 'value', 'filled_by'];

/** A draft as CSV (RFC 4180), a line for each element that is there or that the owner's own system fills in. */
export function draftCsv({ message, caseNumber, ownReference, elements }: IjwDraft): string {
  const told = elements.filter(({ value, by }: Element) => value !== null || by === 'OWNER');
  const lines = told.map(({ path, value, by }) => [message, caseNumber, ownReference, path, value, by]);
  return stringify([columns, ...lines], { cast: { string: harmless } });
}
