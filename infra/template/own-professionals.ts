import type { AskedHub } from '../answer/ask-hub.js';
import type { ExperienceCode } from '../../subgraphs/people/experience/experience.vocabulary.js';
import type { ExpertiseCode, ExpertiseLevel } from '../../subgraphs/people/expertise/expertise.vocabulary.js';
import { findAllPages } from './own-pages.js';

/** A professional of the own organisation, as the hub knows them. */
export interface OwnProfessional {
  readonly key: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly registration: { readonly register: string; readonly number: string } | null;
  readonly expertise: readonly { readonly code: ExpertiseCode; readonly level: ExpertiseLevel }[];
  readonly municipalities: readonly { readonly name: string }[];
  readonly languages: readonly string[];
  readonly workContact: {
    readonly phone: string | null;
    readonly isPhoneShown: boolean | null;
    readonly email: string | null;
    readonly isEmailShown: boolean | null;
  };
  readonly isVisible: boolean;
  readonly isActive: boolean;
  readonly experience: readonly ExperienceCode[];
  readonly isExperienceShown: boolean | null;
  /** ISO 8601, UTC */
  readonly confirmedAt: string | null;
}

const document = `query OwnProfessionals($after: String) {
  professionals(first: 100, after: $after) {
    edges { node {
      key name jobTitle registration { register number } expertise { code level } municipalities { name } languages
      workContact { phone isPhoneShown email isEmailShown } isVisible isActive experience isExperienceShown confirmedAt
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Every professional of the asker's organisation. */
export function findOwnProfessionals(hub: AskedHub): Promise<OwnProfessional[]> {
  return findAllPages(hub, 'professionals', document);
}
