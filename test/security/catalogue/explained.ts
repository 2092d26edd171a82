/** What stands open in the database, and why: whatever is not here, and is open, is a fault. Names that are not there any more go. */
type Explained = Readonly<Record<string, string>>;

const auditOf = (schema: string): Explained => ({
  [`${schema}.audit_event`]:
    'written for every caller, changed by nobody; who may read it is decided by the operations',
  [`${schema}.audit_seal`]: 'no right for the login role',
  [`${schema}.audit_pending`]: 'no right for the login role',
});

const machinery = (schema: string): Explained => ({
  [`${schema}.migration`]: 'no right for the login role',
  [`${schema}.idempotency_key`]: 'asked by its client and key only',
  [`${schema}.outbox`]: 'events of every organisation, read by the relay: identifiers, no content',
  [`${schema}.outbox_trouble`]: 'which event could not be handed on',
  [`${schema}.outbox_forgotten`]: 'how far events were forgotten',
});

const publicOffers = 'what providers offer is for every seeker, and who may see its parts is decided by type and field';
const counted = 'counted by everybody’s search: for whom it is stands in a table of its own';

/** Tables without row level security. */
export const openTables: Explained = {
  ...machinery('cases'),
  ...auditOf('cases'),
  'cases.erasure': 'no right for the login role',
  'cases.known_offer': 'whose an offer is and on which rung: public, as the offers are',
  'cases.case_serial': 'no right for the login role',
  ...machinery('capacity'),
  ...auditOf('capacity'),
  'capacity.offer': publicOffers,
  'capacity.site': publicOffers,
  'capacity.capacity_report': publicOffers,
  'capacity.closure': publicOffers,
  'capacity.closure_revision': publicOffers,
  'capacity.figure_watch': publicOffers,
  'capacity.postcode_area': 'public geography',
  'capacity.break_glass_case': 'no right for the login role',
  'capacity.hold': counted,
  'capacity.hold_unit': counted,
  'capacity.told_wait': publicOffers,
  'capacity.waitlist_entry': counted,
  'capacity.waitlist_passing': counted,
  'capacity.dispute_time': counted,
  ...machinery('people'),
  ...auditOf('people'),
  'people.organisation': 'the public profile of an organisation: no person',
  'gateway.migration': 'no right for the login role',
  'gateway.machine_client': 'the gateway asks it before it knows who is asking',
  'gateway.person_session': 'the gateway asks it before it knows who is asking',
  'gateway.oauth_record': 'the gateway asks it before it knows who is asking',
  'gateway.used_once': 'hashes without a person',
  'gateway.spending': 'what a caller has spent in a minute, by a key of the gateway',
};

const sealing = (schema: string): Explained => ({
  [`${schema}.await_seal`]: 'a trigger: marks a row of the audit as unsealed',
  [`${schema}.seal_audit`]: 'chains rows that were committed',
  [`${schema}.verify_audit`]: 'for the owner only',
});

/** Functions that act as the owner of their schema, and what they give. */
export const ownersFunctions: Explained = {
  ...sealing('cases'),
  'cases.begin_erasure': 'for the owner only: what a family asks is a command',
  'cases.next_expired': 'names a case whose time has come, and no other',
  'cases.begin_expiry': 'removes cases whose time has come, and no others',
  'cases.finish_erasures': 'writes the proof of what was removed',
  'cases.find_erasure': 'for the owner only',
  'cases.note_erasure': 'for the owner only',
  'cases.knows_steps': 'whether a version knows every step of the schema: a yes or a no',
  'cases.forget_events': 'removes events that were handed on long ago',
  'cases.sharing_ground_holds': 'tells whether a case may be shared on a ground: a yes or a no',
  'cases.referred_child': 'all that a provider is told of a child',
  'cases.referred_home': 'where a child lives, for the provider that said yes',
  'cases.next_case_number': 'gives the next number of a region and year: a count',
  'cases.hand_over_case': 'gives an own case to another, and can change nothing else of it',
  'cases.become_case': 'ties a consultation to an own case, once, and can change nothing else of it',
  'cases.case_running': 'how many holds and referrals of an own case are live and duos are out: three numbers',
  'cases.case_objects': 'the identifiers of what belongs to one case, for who may ask who looked',
  'cases.note_former_rung': 'a trigger: keeps from which rung a placement was reached',
  'cases.begin_kinship_term': 'a trigger: a kinship placement that starts has thirteen weeks',
  'cases.receive_offers': 'adds to what cases knows of offers, and can do nothing else',
  'cases.receive_holds': 'keeps what cases knows of holds, and with it referrals and placements that came of them',
  'cases.receive_deployments': 'keeps what cases knows of duos, and can do nothing else',
  'people.knows_steps': 'whether a version knows every step of the schema: a yes or a no',
  'people.forget_events': 'removes events that were handed on long ago',
  'cases.tell_of_answer': 'a trigger: tells which referral was answered',
  'cases.follow_placement': 'a trigger: a case stands on the rung of its main placement',
  'cases.avoided_stays':
    'for how many days children of the own region did not live in a group: nothing that names a case',
  'cases.stuck_cases': 'how long and how often in vain help is sought in the own region: nothing that names a case',
  'cases.discussed': 'how many children of the own region were spoken about at which tables: numbers',
  'cases.seated_cases': 'the cases on tables that stand at which the caller sits',
  'cases.seated_consultations': 'the consultations on tables that stand at which the caller sits',
  ...sealing('capacity'),
  'capacity.answer_unmet_need': 'a trigger: care that starts answers what was sought before',
  'capacity.follow_dispute': 'a trigger: keeps for everybody when a figure was disputed',
  'capacity.follow_entry': 'a trigger: keeps which cases wait',
  'capacity.follow_reports': 'a trigger: keeps what providers tell of waiting',
  'capacity.follow_withdrawals': 'a trigger: the same, where a report is taken back',
  'capacity.keep_case': 'a trigger: no place is taken for a case that is forgotten meanwhile',
  'capacity.last_position': 'how far the events are, for a cursor that begins now',
  'capacity.knows_steps': 'whether a version knows every step of the schema: a yes or a no',
  'capacity.forget_events': 'removes events that were handed on long ago',
  'capacity.forget_case': 'for the owner only',
  'capacity.live_holds': 'for the owner only',
  ...sealing('people'),
  'people.keep_case': 'a trigger: no duo is sent for a case that is forgotten meanwhile',
  'people.hours_left': 'how many hours somebody has left: a number, no family',
  'people.is_there': 'whether somebody can be asked: a yes or a no',
  'people.deploys_own': 'whether an organisation has somebody in a deployment: a yes or a no',
  'people.carries': 'whether somebody is of a team: a yes or a no',
  'people.carried_teams': 'the teams of a professional or an organisation: nobody in them',
  'people.route_request': 'which team can answer best: a team, nobody in it',
  'people.was_present': 'whether a professional had left on a day: a yes or a no',
  'people.seats_own': 'whether an organisation has somebody in a session: a yes or a no',
  'people.common_times':
    'who of some people whom the caller may find is free at which moments: nothing of what keeps the others',
  'people.network_response': 'how the network answered in the own region: numbers by group',
  'people.duo_use': 'how many duos of the own region went, and for how long: numbers by group',
  'people.keep_where_sent': 'a trigger: a duo stays counted where the child lived',
  'people.keep_where_known': 'a trigger: a duo stays counted where the child lived',
  'people.never_over_hours': 'a trigger: nobody is promised twice',
  'people.always_two': 'a trigger: a duo is two',
  'people.forget_case': 'for the owner only',
  'people.receive_cases': 'adds to what people knows of cases, and can do nothing else',
  'people.receive_round_tables': 'keeps when round tables take whose time, and can do nothing else',
  'people.seek_professionals':
    'who fits a search: identifiers of those whom the caller may find, by the rows of row level security',
  'people.seek_experts':
    'who can help with needs in codes: identifiers of those whom the caller may find, by the rows of row level security',
  'people.tell_intake': 'says whom to reach at the own organisation for a new child, and can change nothing else',
  'people.let_go': 'lets professionals of the own organisation leave: whom nobody sees cannot be written otherwise',
  'people.is_present': 'tells whether a professional has left: a yes or a no',
  'capacity.receive_placements': 'keeps what capacity knows of placements, and can do nothing else',
  'capacity.rung_of_offer': 'tells on which rung an offer stands, which every seeker may know',
  'capacity.receive_cases': 'adds to what capacity knows of cases, and can do nothing else',
  'capacity.receive_referrals': 'has providers told what lies before them, and can do nothing else',
  'capacity.receive_hand_overs': 'has people told that a case was handed to them, and can do nothing else',
  'capacity.receive_network_requests': 'has people told of questions to the network, and can do nothing else',
  'capacity.receive_break_glasses': 'has people told that emergency access was used, and can do nothing else',
};

/** What a login role can reach outside its own schema. */
export const doors: Explained = {
  'thuisbasis_cases capacity.rung_of_offer': 'a referral for a place in a group needs a checklist',
  'thuisbasis_cases people.receive_cases': 'an event of cases makes known which cases there are',
  'thuisbasis_cases people.receive_round_tables': 'an event of cases tells when who sits at a round table',
  'thuisbasis_cases capacity.receive_cases': 'an event of cases makes known which cases there are',
  'thuisbasis_cases capacity.receive_placements': 'an event of cases tells how a placement stands that came of a hold',
  'thuisbasis_capacity cases.receive_offers': 'an event of capacity makes known which offers there are',
  'thuisbasis_capacity cases.receive_holds': 'an event of capacity tells how a hold stands',
  'thuisbasis_cases capacity.receive_referrals': 'an event of cases tells a provider what lies before it',
  'thuisbasis_people cases.receive_deployments': 'an event of people tells which duos are out for a case',
  'thuisbasis_people capacity.receive_network_requests': 'an event of people has those told whose team is asked',
  'thuisbasis_cases capacity.receive_hand_overs': 'an event of cases has those told to whom a case was handed over',
  'thuisbasis_cases capacity.receive_break_glasses':
    'an event of cases has owner and privacy officer told of emergency access',
};

/** Views that do not look as who asks. */
export const ownersViews: Explained = {
  'people.team_participation': 'which organisation takes part in which team: names no person',
};
