/**
 * What every column of text is, where no list of codes limits it: `sensitive` when it says something of a child, of a person or in
 * somebody's own words, or opens something. A new column stands in one of these two lists, or a test fails.
 */
export const sensitive: readonly string[] = [
  ...['own_reference', 'number'].map((column) => `cases.case_file.${column}`),
  ...['postcode4', 'near_postcode4', 'school_postcode4'].flatMap((column) => [
    `cases.case_place.${column}`,
    `cases.former_place.${column}`,
  ]),
  ...['subject', 'explanation'].map((column) => `cases.break_glass.${column}`),
  ...['note', 'reviewed_by'].map((column) => `cases.break_glass_review.${column}`),
  'cases.pseudonym.pseudonym',
  ...['case_hash', 'number_hash', 'salt', 'ordered_by', 'proof'].map((column) => `cases.erasure.${column}`),
  ...['answer', 'client', 'key', 'fingerprint'].flatMap((column) => [
    `people.idempotency_key.${column}`,
    `cases.idempotency_key.${column}`,
    `capacity.idempotency_key.${column}`,
  ]),
  ...['note', 'reported_by', 'spoken_with', 'source'].map((column) => `capacity.capacity_report.${column}`),
  ...['note', 'closed_by', 'reopened_by'].map((column) => `capacity.closure.${column}`),
  ...['note', 'recorded_by'].map((column) => `capacity.closure_revision.${column}`),
  ...['note', 'disputed_by'].map((column) => `capacity.dispute.${column}`),
  ...['secret', 'url', 'subject', 'last_failure'].map((column) => `capacity.event_subscription.${column}`),
  ...['capacity.hold_case.placed_by', 'capacity.waitlist_case.placed_by'],
  ...['capacity.hold_ending.ended_by', 'capacity.hold_ending.refusal_note'],
  ...['address', 'code', 'subject'].map((column) => `capacity.mail.${column}`),
  ...['address', 'pending_address', 'code_hash', 'subject'].map((column) => `capacity.notice_address.${column}`),
  ...['subject', 'need'].map((column) => `capacity.saved_search.${column}`),
  ...['notice', 'notice_reading'].map((table) => `capacity.${table}.subject`),
  ...['title', 'description'].map((column) => `capacity.offer.${column}`),
  ...['name', 'postcode4'].map((column) => `capacity.site.${column}`),
  ...['label', 'public_keys'].map((column) => `gateway.machine_client.${column}`),
  ...['payload', 'id', 'grant_id', 'uid', 'user_code'].map((column) => `gateway.oauth_record.${column}`),
  ...['id_hash', 'subject'].map((column) => `gateway.person_session.${column}`),
  ...['name', 'phone', 'email', 'intake_phone', 'intake_email'].map((column) => `people.organisation.${column}`),
  ...['name', 'job_title', 'registration_number'].map((column) => `people.professional.${column}`),
  'people.work_contact.value',
  'people.network.name',
  ...['name', 'mandate'].map((column) => `people.team.${column}`),
  'people.deployment.placed_by',
  'people.network_request.asked_by',
  ...['people.theme_session.summary', 'people.theme_participant.role'],
];

/** Words of the hub itself, public facts, and identifiers: `*` stands for any schema or table. */
export const harmless: readonly string[] = [
  ...['migration.name', 'outbox.kind', 'outbox.data', 'outbox.subject', 'outbox_trouble.error_code'].map(
    (one) => `*.${one}`,
  ),
  ...['audit_event.*', 'audit_seal.*', '*.region', '*.language', '*.languages', '*.kind', '*.kinds', '*.roles'].map(
    (one) => `*.${one}`,
  ),
  ...[
    '*.municipality_code',
    '*.municipality_codes',
    '*.responsible_municipality_code',
    '*.referrer_municipality_code',
  ].map((one) => `*.${one}`),
  ...[
    'offer.key',
    'offer.category',
    'offer.product_code',
    'offer.contracted_municipalities',
    'offer.working_area',
    'offer.*_rung',
    'unmet_need.helped_rung',
  ].map((one) => `capacity.${one}`),
  ...['site.key', 'site.establishment_number', 'postcode_area.*', 'undelivered_event.failure'].map(
    (one) => `capacity.${one}`,
  ),
  ...['closure_revision.reason', 'dispute.disputed_as', 'waitlist_passing.reason', 'hold_ending.refusal_code'].map(
    (one) => `capacity.${one}`,
  ),
  'cases.break_glass.purpose',
  'cases.case_serial.series',
  'cases.former_need.*',
  ...['purpose', 'fields', 'to_region'].map((column) => `cases.case_change.${column}`),
  'cases.signal.factor',
  ...['category', 'code'].map((column) => `cases.placement_product.${column}`),
  ...['cases.erasure.actor', 'cases.erasure.removed', 'cases.need.heaviest_rung', 'cases.case_file.current_rung'],
  ...['purpose', 'end_reason'].map((column) => `cases.known_deployment.${column}`),
  ...['placement.previous_rung', 'known_offer.rung', 'known_hold.rung', 'known_hold.refusal_code'].map(
    (one) => `cases.${one}`,
  ),
  ...['machine_client.id', 'oauth_record.model', 'used_once.hash', 'spending.*'].map((one) => `gateway.${one}`),
  ...['organisation.key', 'organisation.kvk', 'organisation.agb', 'organisation.oin', 'organisation.website'].map(
    (one) => `people.${one}`,
  ),
  ...['network.functions', 'network.coordinating_municipality_code', 'experience.code'].map((one) => `people.${one}`),
  ...[
    'professional.register',
    'professional.key',
    'expertise.code',
    'team_membership.role',
    'team.meeting_rhythm',
    'theme_session.theme_code',
  ].map((one) => `people.${one}`),
];

export function isHarmless(column: string): boolean {
  return harmless.some((pattern) =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '\\w+')}$`).test(column),
  );
}
