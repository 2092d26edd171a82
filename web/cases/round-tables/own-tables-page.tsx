import type { ReactNode } from 'react';
import { roundTables, type RoundTablesData } from '../../generated/operations.js';
import {
  ageBand,
  characteristic,
  interventionKind,
  ladderRung,
  problemDomain,
  roundTableKind,
} from '../../generated/words.js';
import { useLivePages } from '../../hub/live/use-live-pages.js';
import { useSaid } from '../../parts/telling/announcer.js';
import { capital, count, day, moment } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import { focusOn } from '../../parts/forms/focus.js';
import { MoreButton } from '../../parts/more-button.js';
import { Title } from '../../parts/title.js';
import { Seats } from './table-card.js';

type OwnTable = NonNullable<RoundTablesData['roundTables']>['edges'][number]['node'];

const none = {};
const listId = 'tafels';
const tablesOf = (data: RoundTablesData) => data.roundTables;

/** The round tables at which somebody sits, the first that comes first, with what each is about. */
export function OwnTablesPage(): ReactNode {
  const tables = useLivePages(roundTables, none, tablesOf);
  const { nodes, error, isAsking, askAgain } = tables;
  useSaid(isAsking && !nodes ? 'Laadt …' : nodes ? `${count(nodes.length, 'ronde tafel', 'ronde tafels')}.` : '');
  return (
    <>
      <Title>Ronde tafels</Title>
      <p className="lead">
        U ziet hier waar u gevraagd bent, en waar het over gaat. Na de ronde tafel ziet u het niet meer.
      </p>
      <Failure error={error} onRetry={askAgain} />
      {nodes?.length === 0 && <p className="empty">U bent nu voor geen ronde tafel gevraagd.</p>}
      <ol className="holds part" id={listId} tabIndex={-1} aria-label="Ronde tafels">
        {nodes
          ?.toSorted((a, b) => a.plannedAt.localeCompare(b.plannedAt))
          .map((table) => (
            <Line key={table.id} table={table} />
          ))}
      </ol>
      <MoreButton
        listed={tables}
        told={`Dit zijn ${nodes?.length ?? 0} ronde tafels.`}
        onMore={() => focusOn(listId)}
      />
    </>
  );
}

function Line({ table }: { readonly table: OwnTable }): ReactNode {
  const { kind, plannedAt, case: found, consultation } = table;
  const heading = `tafel-${table.id}`;
  return (
    <li aria-labelledby={heading}>
      <h2 className="part__name" id={heading}>
        {capital(roundTableKind[kind])} · {moment(plannedAt)}
      </h2>
      {found && <Child found={found} />}
      {consultation && (
        <p>
          Een vraag uit {consultation.municipality?.name ?? 'een gemeente die nu niet bekend is'}
          {consultation.interventions?.map((one) => ` · ${interventionKind[one]}`)}
        </p>
      )}
      <Seats table={table} />
    </li>
  );
}

type Found = NonNullable<OwnTable['case']>;

/** The child that it is about, in codes alone. */
function Child({ found }: { readonly found: Found }): ReactNode {
  const { number, ageBand: age, municipality, currentRung: rung, problemDomains, need } = found;
  return (
    <>
      <p>
        {['Casus', number].filter(Boolean).join(' ')}
        {age && ` · ${ageBand[age]}`}
        {municipality?.name && ` · ${municipality.name}`}
        {rung && ` · nu: ${ladderRung[rung]}`}{' '}
        {found.isThreatenedOutOfHome && <span className="badge badge--urgent">Dreigt uit huis</span>}
      </p>
      <dl className="list">
        <Words
          name="Wat er speelt"
          words={[
            ...(problemDomains ?? []).map((one) => problemDomain[one]),
            ...(need?.characteristics ?? []).map((one) => characteristic[one]),
          ]}
        />
        <Words name="Gezocht" words={(need?.rungs ?? []).map((one) => ladderRung[one])} />
        <Words name="Hulp nodig vanaf" words={need?.startByOn ? [day(need.startByOn)] : []} />
      </dl>
    </>
  );
}

function Words({ name, words }: { readonly name: string; readonly words: readonly string[] }): ReactNode {
  if (words.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words.join(', ')}</dd>
    </div>
  );
}
