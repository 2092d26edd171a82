import type { Caller } from '../../../platform/identity/caller.js';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { assertMayBegin, assertMayWork } from '../access/work.rules.js';
import type { CaseReadModel } from '../case/reading/case.read-model.js';
import { dayPast } from '../lists/days.rules.js';
import type { MentorStore } from './mentor.store.js';

/** Mentors that children chose, in the transaction of the request. */
export function mentorService({ cases, mentors }: { readonly cases: CaseReadModel; readonly mentors: MentorStore }) {
  return {
    /** Throws NOT_FOUND, CASE_CLOSED, CASE_RESTRICTED, BAD_USER_INPUT or MENTOR_RUNS. */
    async register(caller: Caller, caseId: string, chosenOn: string, isMonitored: boolean): Promise<string> {
      const file = await cases.findOne(caller, caseId);
      assertMayBegin(caller, file);
      dayPast('chosenOn', chosenOn, await mentors.now());
      return mentors.add(file.id, chosenOn, isMonitored);
    },

    /** Gives the case. Throws NOT_FOUND, CASE_RESTRICTED, BAD_USER_INPUT or STATE_CONFLICT. */
    async end(caller: Caller, mentorId: string, endedOn: string): Promise<string> {
      const mentor = isUuid(mentorId) ? await mentors.findOne(caller, mentorId) : null;
      if (!mentor) throw new HubError('NOT_FOUND');
      assertMayWork(caller, await cases.findOne(caller, mentor.caseId));
      dayPast('endedOn', endedOn, await mentors.now(), { name: 'chosenOn', on: mentor.chosenOn });
      if (!(await mentors.end(mentor.id, endedOn))) throw new HubError('STATE_CONFLICT', { state: 'ENDED' });
      return mentor.caseId;
    },
  };
}
