import type { ConsultationRow } from '../../../subgraphs/cases/consultation/consultation.entity.js';
import { consultationsOf2023 } from './consultations-2023.js';
import { recentConsultations } from './consultations-recent.js';

/** Every consultation of the demonstration region: those of the year report of 2023 and some of the year before the loading. */
export function demonstrationConsultations(startOfToday: Date): ConsultationRow[] {
  return [...consultationsOf2023(), ...recentConsultations(startOfToday)];
}
