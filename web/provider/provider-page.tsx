import type { ReactNode } from 'react';
import { providerDesk } from '../generated/operations.js';
import { useLiveAnswer } from '../hub/live/use-live.js';
import { useKept } from '../hub/use-kept.js';
import { useSaid } from '../parts/telling/announcer.js';
import { Failure } from '../parts/telling/failure.js';
import { News } from '../parts/telling/news.js';
import { Title } from '../parts/title.js';
import { Answers } from './answers/answers.js';
import { deskNews } from './answers/news.js';
import { Notices } from './answers/notices.js';
import { OwnFigures } from './offers/own-figures.js';

/** What a provider does on a Monday: answer who waits, and tell what is free. */
export function ProviderPage(): ReactNode {
  const { data, error, isAsking, askAgain } = useLiveAnswer(providerDesk, {});
  const desk = useKept(data);
  useSaid(isAsking ? 'Laadt …' : '');
  return (
    <>
      <Title>Aanvragen en cijfers van uw organisatie</Title>
      <Failure error={error} onRetry={askAgain} />
      <News of={data} words={deskNews} isAsking={isAsking} />
      {desk && <Answers desk={desk} isAsking={isAsking} onChanged={askAgain} />}
      <OwnFigures />
      {desk && <Notices desk={desk} onRead={askAgain} />}
    </>
  );
}
