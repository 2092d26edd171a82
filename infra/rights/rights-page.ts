import { roles, type Role } from '../../platform/identity/caller.js';
import { purposesOfRole } from '../../platform/identity/purpose.js';
import { scopes } from '../../platform/identity/scopes.js';
import { rightsIntro } from './rights-intro.js';
import { rightsTable, type RightsKind, type RightsRow } from './rights-table.js';
import { roleNames } from './role-names.js';
import type { SubgraphRights } from './subgraph-rights.js';

const subjects: Readonly<Record<SubgraphRights['name'], string>> = {
  cases: 'the work of the broker: cases, needs, consultations, the year table',
  capacity: 'what providers can offer now: offers, figures, holds, waiting lists, events',
  people: 'who they are: organisations, professionals, teams',
};

const headings: Readonly<Record<RightsKind, string>> = {
  operations: 'What may be asked and done',
  types: 'What may be read, wherever it turns up',
  fields: 'Fields that fewer may read than the rest of their type',
};

/** The page for who must judge the rights: `docs/rights.md`, made from the tables that guard the subgraphs. */
export function rightsPage(subgraphs: readonly SubgraphRights[]): string {
  return (
    [
      rightsIntro,
      table(['role', 'in Dutch', 'who', 'may look for (the first unless another is said)'], roleLines()),
      ...subgraphs.map(chapter),
    ].join('\n\n') + '\n'
  );
}

function roleLines(): string[][] {
  return roles.map((role) => [
    `\`${role}\``,
    roleNames[role].dutch,
    roleNames[role].who,
    purposesOfRole[role].join(', '),
  ]);
}

function chapter(subgraph: SubgraphRights): string {
  const rows = rightsTable(subgraph);
  const parts = (['operations', 'types', 'fields'] as const).flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    return own.length > 0 ? [`### ${headings[kind]} (${subgraph.name})`, matrix(own, kind)] : [];
  });
  return [`## ${subgraph.name}: ${subjects[subgraph.name]}`, ...parts].join('\n\n');
}

function matrix(rows: readonly RightsRow[], kind: RightsKind): string {
  const hasScopes = kind !== 'fields';
  const lines = rows.map((row) => [
    `\`${row.name}\``,
    ...roles.map((role) => cell(row, role)),
    row.rows,
    ...(hasScopes ? [scopesCell(row)] : []),
  ]);
  return table(['', ...roles, 'which rows', ...(hasScopes ? ['scope of a system: one of these'] : [])], lines);
}

function cell({ roles: allowed, isWrite }: RightsRow, role: Role): string {
  if (!allowed.includes(role)) return '–';
  return isWrite ? 'W' : 'R';
}

/** Their names; a star where any will do. */
function scopesCell({ scopes: asked }: RightsRow): string {
  if (asked === null) return '–';
  return asked.length === scopes.length ? '\\*' : asked.map((scope) => `\`${scope}\``).join(', ');
}

/** A table of Markdown with its columns in line, as the formatter of this repository wants them. */
function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...lines].map((line) => line[column]?.length ?? 0)));
  const text = (line: readonly string[]): string =>
    `| ${widths.map((width, column) => (line[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [text(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...lines.map(text)].join('\n');
}
