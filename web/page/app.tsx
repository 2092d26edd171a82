import { PrimaryActionButton } from '@utrecht/button-react';
import { lazy, Suspense, useEffect, useRef, type ComponentType, type ReactNode } from 'react';
import { CasePage } from '../cases/case-page.js';
import { CaseSearchPage } from '../cases/case-search-page.js';
import { CasesPage } from '../cases/cases-page.js';
import { DashboardPage } from '../dashboard/dashboard-page.js';
import { goSignIn, signInAddress, useSession, SessionGate } from '../hub/session.js';
import { Announcer, useSay } from '../parts/telling/announcer.js';
import { Title } from '../parts/title.js';
import { Notice } from '../parts/telling/notice.js';
import { PhonePage } from '../phone/phone-page.js';
import { AccessesPage } from '../privacy/accesses-page.js';
import { PrivacyPage } from '../privacy/privacy-page.js';
import { ProviderPage } from '../provider/provider-page.js';
import { UploadPage } from '../provider/upload/upload-page.js';
import { SavedPage } from '../saved/saved-page.js';
import { SearchPage } from '../search/search-page.js';
import { Foot } from './foot.js';
import { Frame } from './frame.js';
import { menuOf } from './menu.js';
import { useRoute, type Route } from './route.js';

// for some of the day only: what it is made of comes when somebody goes there
const NetworkPage = lazy(async () => ({ default: (await import('../network/network-page.js')).NetworkPage }));
const RunningPage = lazy(async () => ({ default: (await import('../phone/running/running-page.js')).RunningPage }));
const EmergencyPage = lazy(async () => ({
  default: (await import('../cases/emergency/emergency-page.js')).EmergencyPage,
}));
const ChecklistPage = lazy(async () => ({
  default: (await import('../cases/checklist/checklist-page.js')).ChecklistPage,
}));
const TablesPage = lazy(async () => ({
  default: (await import('../cases/round-tables/tables-page.js')).TablesPage,
}));
const OwnTablesPage = lazy(async () => ({
  default: (await import('../cases/round-tables/own-tables-page.js')).OwnTablesPage,
}));
const CarePage = lazy(async () => ({ default: (await import('../cases/care/care-page.js')).CarePage }));

/** The parts of a case that have a page of their own, by what their address says behind the case. */
const caseParts: Readonly<Record<string, ComponentType<{ readonly id: string }>>> = {
  zoeken: CaseSearchPage,
  checklist: ChecklistPage,
  tafels: TablesPage,
  zorg: CarePage,
  noodtoegang: EmergencyPage,
};

/** The whole page: who is not signed in is asked to, others see where they are. */
export function App(): ReactNode {
  return (
    <SessionGate otherwise={<Welcome />} meanwhile={<p className="waiting">Even geduld …</p>}>
      <Announcer>
        <SignedIn />
      </Announcer>
    </SessionGate>
  );
}

function Welcome(): ReactNode {
  return (
    <>
      <main className="welcome">
        <h1 className="utrecht-heading-1">Thuisbasis</h1>
        <p>Zoek hulp voor een kind, zo thuis mogelijk. Eén vraag aan alle aanbieders in de regio.</p>
        <PrimaryActionButton onClick={goSignIn}>Inloggen</PrimaryActionButton>
      </main>
      <Foot />
    </>
  );
}

function SignedIn(): ReactNode {
  const route = useRoute();
  const { person, isLapsed } = useSession();
  const menu = menuOf(person.roles);
  const place = route.parts[0] ?? menu[0]?.part ?? '';
  const isOwn = menu.some(({ part }) => part === place);
  return (
    <Frame menu={menu} place={place}>
      {isLapsed && <Lapsed />}
      <Place key={route.parts.join('/')}>
        <Suspense fallback={<p className="waiting">Even geduld …</p>}>
          {isOwn ? pageAt(place, route) : <NothingHere hasMenu={menu.length > 0} />}
        </Suspense>
      </Place>
    </Frame>
  );
}

function pageAt(place: string, { parts: [, id, part] }: Route): ReactNode {
  if (place === 'zoeken') return <SearchPage />;
  if (place === 'telefoon') return id === 'lopend' ? <RunningPage /> : <PhonePage />;
  if (place === 'privacy') return id === undefined ? <PrivacyPage /> : <AccessesPage caseId={id} />;
  if (place === 'aanbieder') return id === 'bestand' ? <UploadPage /> : <ProviderPage />;
  if (place === 'dashboard') return <DashboardPage />;
  if (place === 'bewaard') return <SavedPage />;
  if (place === 'tafels') return <OwnTablesPage />;
  if (place === 'netwerk') return <NetworkPage part={id} id={part} />;
  return id === undefined ? <CasesPage /> : caseAt(id, part);
}

function caseAt(id: string, part: string | undefined): ReactNode {
  const Part = caseParts[part ?? ''] ?? CasePage;
  return <Part id={id} />;
}

/** Whoever goes to another place begins at its top, with the keyboard as well. */
function Place({ children }: { readonly children: ReactNode }): ReactNode {
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(document.activeElement === document.body);
  const say = useSay();
  useEffect(() => {
    if (!isFirst.current) main.current?.focus();
    // what was said elsewhere is not said of the next place
    return () => say('');
  }, [say]);
  return (
    <main id="inhoud" tabIndex={-1} ref={main}>
      {children}
    </main>
  );
}

function NothingHere({ hasMenu }: { readonly hasMenu: boolean }): ReactNode {
  return (
    <>
      <Title>{hasMenu ? 'Deze pagina bestaat niet' : 'Hier staat nog niets voor u'}</Title>
      <p>
        {hasMenu
          ? 'Kies hierboven waar u heen wilt.'
          : 'Deze pagina is er voor zorgbemiddelaars, casushouders, het expertteam, aanbieders, analisten en toezicht op privacy. Uw rol werkt met de koppeling.'}
      </p>
    </>
  );
}

function Lapsed(): ReactNode {
  return (
    <Notice kind="warning" isAlert>
      <strong>U bent uitgelogd: uw sessie is voorbij.</strong> Wat u typte staat er nog.{' '}
      <a className="utrecht-link" href={signInAddress()} target="_blank" rel="noopener">
        Log opnieuw in (nieuw tabblad)
      </a>{' '}
      en kom hier terug.
    </Notice>
  );
}
