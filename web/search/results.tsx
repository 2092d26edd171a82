import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { useSaid } from '../parts/telling/announcer.js';
import { count, moment } from '../parts/dutch.js';
import { Failure } from '../parts/telling/failure.js';
import { focusOn } from '../parts/forms/focus.js';
import { News } from '../parts/telling/news.js';
import { Compare } from './compare.js';
import { FellOut, NotAnswered } from './left-out.js';
import { MapPanel, type Home } from './map/map-panel.js';
import { optionNews, withKept } from './news.js';
import { headingOf, OptionCard } from './option-card.js';
import type { BesideHold, HoldFor, Option, Options } from './options.js';
import { SaveSearch, type ToSave } from './save-search.js';

const comparedAtMost = 3;
const shownAtMost = 100;

/** Where the keyboard goes after a search. */
export const resultsId = 'gevonden';

interface ResultsProps {
  readonly options: Options | null;
  readonly error: CombinedError | undefined;
  readonly isAsking: boolean;
  /** Asked for after an own step: nothing is said of it. */
  readonly isQuiet?: boolean;
  readonly onRetry: () => void;
  readonly onMore: () => void;
  readonly home: Home;
  /** Only where a search can be kept. */
  readonly save?: ToSave;
  /** Only where a place can be held. */
  readonly hold?: HoldFor;
  /** Only where options are weighed. */
  readonly beside?: BesideHold;
}

/** What a search found, in order; beneath it who did not answer and what fell out. */
export function Results({
  options,
  error,
  isAsking,
  isQuiet = false,
  onRetry,
  onMore,
  home,
  save,
  hold,
  beside,
}: ResultsProps): ReactNode {
  const [compared, setCompared] = useState<readonly string[]>([]);
  const toggle = (id: string): void =>
    setCompared(compared.includes(id) ? compared.filter((one) => one !== id) : [...compared, id]);
  const isSought = isAsking && !isQuiet;
  const told = isSought ? 'Zoekt bij alle aanbieders …' : options ? summary(options) : '';
  useSaid(told);
  const more = useMore(options, onMore);
  return (
    <>
      <p className="told" id={resultsId} tabIndex={-1}>
        {told}
      </p>
      <Failure error={error} onRetry={onRetry} />
      <News of={options ?? undefined} words={optionNews} isAsking={isAsking} />
      {options && save && <SaveSearch {...save} />}
      {options && (
        <div aria-busy={isSought}>
          <p className="print-only">Stand van {moment(options.evaluatedAt)}.</p>
          <Compare options={options} ids={compared} onClear={() => setCompared([])} />
          <MapPanel options={options} home={home}>
            <OptionList
              options={options}
              compared={compared}
              onCompare={toggle}
              {...(hold && { hold })}
              {...(beside && { beside })}
            />
          </MapPanel>
          {options.pageInfo.hasNextPage && options.edges.length < shownAtMost && (
            <button
              type="button"
              className="utrecht-button utrecht-button--secondary-action screen-only"
              onClick={more}
            >
              Toon er meer
            </button>
          )}
          <NotAnswered options={options} />
          <FellOut options={options} />
        </div>
      )}
    </>
  );
}

interface OptionListProps extends Pick<ResultsProps, 'hold' | 'beside'> {
  readonly options: Options;
  readonly compared: readonly string[];
  readonly onCompare: (id: string) => void;
}

/** The options in order. What somebody works on stays, also when it is no longer among what was found. */
function OptionList({ options, compared, onCompare, hold, beside }: OptionListProps): ReactNode {
  const [kept, setKept] = useState<ReadonlyMap<string, Option>>(new Map());
  const keep = (option: Option): void => setKept((before) => new Map(before).set(option.node.id, option));
  return (
    <ol className="options">
      {withKept(options.edges, kept).map((option) => (
        <li key={option.node.id}>
          <OptionCard
            option={option}
            evaluatedAt={options.evaluatedAt}
            isCompared={compared.includes(option.node.id)}
            canCompare={compared.length < comparedAtMost}
            onCompare={() => onCompare(option.node.id)}
            standing={beside?.standing(option.node)}
            steps={beside?.steps(option.node, () => keep(option))}
            {...(hold && { hold: { ...hold, onBegun: () => keep(option) } })}
          />
        </li>
      ))}
    </ol>
  );
}

/** Shows more, and puts the keyboard upon the first that was not there before. */
function useMore(options: Options | null, onMore: () => void): () => void {
  const seen = useRef<number | null>(null);
  useEffect(() => {
    const next = seen.current === null ? undefined : options?.edges[seen.current];
    if (!next) return;
    seen.current = null;
    focusOn(headingOf(next.node.id));
  }, [options]);
  return () => {
    seen.current = options?.edges.length ?? null;
    onMore();
  };
}

function summary({ edges, totalCount, organisationsConsidered, offersConsidered }: Options): string {
  const considered = `${count(organisationsConsidered, 'organisatie', 'organisaties')} en ${count(offersConsidered, 'aanbod', 'aanbiedingen')} bekeken`;
  if (totalCount === 0) return `Niets gevonden dat past. ${considered}; hieronder staat waarom.`;
  const shown =
    edges.length < totalCount
      ? `De eerste ${edges.length} van ${totalCount} opties`
      : count(totalCount, 'optie', 'opties');
  return `${shown}, zo thuis mogelijk eerst. ${considered}.`;
}
