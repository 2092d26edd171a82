/** A placement as the operation `ExportPlacement` answers it. */
export interface ExportedPlacement {
  readonly id: string;
  readonly status: string;
  readonly allocatedAt: string;
  readonly startedAt: string | null;
  readonly pausedAt: string | null;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  readonly referrer: string | null;
  readonly product: ExportedProduct | null;
  readonly referral: { readonly id: string } | null;
  readonly organisation: { readonly agb: readonly string[] } | null;
  readonly offer: { readonly category: string; readonly productCode: string } | null;
  readonly case: ExportedCase;
}

export interface ExportedProduct {
  readonly category: string | null;
  readonly code: string | null;
  readonly volume: number | null;
  readonly unit: string | null;
  readonly frequency: string | null;
  readonly startOn: string | null;
  readonly endOn: string | null;
  readonly allocationNumber: number | null;
}

export interface ExportedCase {
  readonly number: string;
  /** Told to the owner only. */
  readonly ownReference?: string | null;
  readonly measures: readonly string[];
  readonly responsibleMunicipality: { readonly code: string };
}
