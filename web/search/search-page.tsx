import { useEffect, useRef, useState, type ReactNode } from 'react';
import { needOptions, type NeedInput } from '../generated/operations.js';
import { useLiveAnswer } from '../hub/live/use-live.js';
import { useSession } from '../hub/session.js';
import { goTo, placeOf, useRoute } from '../page/route.js';
import { focusOn } from '../parts/forms/focus.js';
import { isNarrow } from '../parts/narrow.js';
import { Title } from '../parts/title.js';
import { NeedForm } from './need-form.js';
import { fromAddress, ownPart, toAddress, toNeed, type NeedDraft } from './need.js';
import { Results, resultsId } from './results.js';
import { canKeep } from './save-search.js';

const nothing: NeedInput = { municipalityCode: '', birthYear: 0 };

/** A search for no case in particular: the form, and what fits. The address bar holds what was sought, so that back goes back to it. */
export function SearchPage(): ReactNode {
  const { query, key, own } = useRoute();
  const address = query.toString();
  const isFirst = useRef(true);
  useEffect(() => {
    // whoever searches, or goes back to a search, goes on at what was found
    if (!isFirst.current) focusOn(resultsId);
    isFirst.current = false;
  }, [address, key]);
  return <Search key={`${address} ${key}`} sought={fromAddress(query, own)} isAsked={address !== ''} />;
}

function Search({ sought, isAsked }: { readonly sought: NeedDraft; readonly isAsked: boolean }): ReactNode {
  const [draft, setDraft] = useState(sought);
  const [first, setFirst] = useState(10);
  const canSave = canKeep(useSession().person.roles);
  const read = isAsked ? toNeed(sought) : { faults: {} };
  const need = 'need' in read ? read.need : null;
  const { data, error, isAsking, askAgain } = useLiveAnswer(
    needOptions,
    { need: need ?? nothing, first },
    { isPaused: need === null },
  );

  const search = (wanted: NeedDraft): void => {
    const place = placeOf(['zoeken'], toAddress(wanted));
    // the same search again is no other place to go back to
    if (!isAsked || !isSame(wanted, sought)) {
      goTo(place, ownPart(wanted));
      return;
    }
    askAgain();
    focusOn(resultsId);
  };
  return (
    <div className="search">
      <div className="search__form">
        <Title>Zoeken</Title>
        <details open={!(isAsked && isNarrow())}>
          <summary>Verander wat u zoekt</summary>
          <NeedForm draft={draft} onChange={setDraft} onSearch={search} />
        </details>
      </div>
      <div className="search__results">
        {need === null ? (
          <p className="empty">
            Vul links de gemeente en het geboortejaar in. U krijgt alle passende hulp, zo thuis mogelijk eerst.
          </p>
        ) : (
          <Results
            options={data?.options ?? null}
            error={error}
            isAsking={isAsking}
            onRetry={askAgain}
            onMore={() => setFirst(first + 10)}
            home={{ municipalityCode: need.municipalityCode, postcode4: need.nearPostcode4 ?? null }}
            {...(canSave && { save: { need, caseId: null, purpose: undefined } })}
          />
        )}
      </div>
    </div>
  );
}

function isSame(one: NeedDraft, other: NeedDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
