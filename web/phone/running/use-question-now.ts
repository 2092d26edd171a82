import { consultation, type ConsultationData } from '../../generated/operations.js';
import { useLiveAnswer } from '../../hub/live/use-live.js';

type QuestionNow = NonNullable<ConsultationData['consultation']>;

/** How a question stands that left the list which somebody works from; null as long as it stands there, and until that is known. */
export function useQuestionNow(id: string, hasLeft: boolean): QuestionNow | null {
  const { data } = useLiveAnswer(consultation, { id }, { isPaused: !hasLeft });
  return (hasLeft ? data?.consultation : null) ?? null;
}
