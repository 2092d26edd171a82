import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/database/loaders.js';
import type { ExpertiseCode } from '../expertise/expertise.vocabulary.js';
import type { TeamKind } from '../team/team.vocabulary.js';

/** Who is sought for one need: in codes, of no case. */
export interface ExpertSearch {
  readonly municipalityCode: string;
  readonly expertise: readonly ExpertiseCode[];
  /** In which there is somebody to be found who talks with the family. */
  readonly languages: readonly string[];
  readonly first: number;
}

/** What holds for every need of a request. */
export interface ExpertTerms {
  /** The kinds of teams to which one turns with a case. */
  readonly teamKinds: readonly TeamKind[];
  /** Who was confirmed less than so many days ago stands before others. */
  readonly agingDays: number;
}

/** A professional who can help: how many of the sought expertises and languages they have. */
export interface FoundExpert {
  readonly professionalId: string;
  readonly known: number;
  readonly isSpecialist: boolean;
  readonly spoken: number;
  readonly isRecent: boolean;
}

/** A team that can help: how many of them somebody in it has. */
export interface FoundTeam {
  readonly teamId: string;
  readonly known: number;
  readonly spoken: number;
}

export interface FoundExperts {
  readonly professionals: readonly FoundExpert[];
  readonly teams: readonly FoundTeam[];
}

/** Each row is of a professional or of a team. */
type FoundRow = { readonly search: number } & (
  (FoundExpert & { readonly teamId: null }) | (FoundTeam & { readonly professionalId: null })
);

const search = `
  select s.search, s.professional_id as "professionalId", s.team_id as "teamId", s.known, s.is_specialist as "isSpecialist", s.spoken, s.is_recent as "isRecent"
  from seek_experts($1::jsonb, $2::text[], $3) s order by s.search, s.place`;

/** Seeks who can help with needs, best first: one statement, however many are asked for. */
export function expertsReadModel(db: EntityManager) {
  return {
    async find(searches: readonly ExpertSearch[], { teamKinds, agingDays }: ExpertTerms): Promise<FoundExperts[]> {
      const asked = searches.map(({ municipalityCode: municipality, first: most, expertise, languages }) => ({
        ...{ municipality, most, expertise, languages },
      }));
      const rows: FoundRow[] = await db.query(search, [JSON.stringify(asked), teamKinds, agingDays]);
      const found = groupBy(rows, (row) => row.search);
      return searches.map((_, index) => {
        const ofSearch = found.get(index + 1) ?? [];
        return {
          professionals: ofSearch.flatMap((row) => (row.teamId === null ? [row] : [])),
          teams: ofSearch.flatMap((row) => (row.teamId === null ? [] : [row])),
        };
      });
    },
  };
}

export type ExpertsReadModel = ReturnType<typeof expertsReadModel>;
