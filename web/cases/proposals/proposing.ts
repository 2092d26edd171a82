/** The organisation that brought a case. */
export interface OwnerOrganisation {
  readonly name: string | null;
  readonly contact: { readonly phone: string | null } | null;
}

/** For which case options are weighed and put before providers, and why somebody looks at it. */
export interface ProposedFor {
  readonly caseId: string;
  readonly purpose: string;
  readonly owner: OwnerOrganisation | null;
  /** Whether the consents of the case stand on the same page. */
  readonly hasConsents: boolean;
  /** Told when the hub answered a step: what is shown is out of date. */
  readonly onChanged: () => void;
}
