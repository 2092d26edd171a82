import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addableFor,
  changeableFor,
  readableByAll,
  readOnlyFor,
  removableFor,
  workedOnBy,
} from '../../../platform/database/row-security.sql.js';

/** `need` is the record that the ranking reads; `due_since` when something changed that may have brought a place. */
const savedSearch = `
  create table saved_search (
    id uuid primary key default gen_random_uuid(),
    subject text not null check (subject <> ''),
    region text,
    organisation_id uuid,
    case_id uuid,
    municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
    need jsonb not null,
    created_at timestamptz not null default hub_now(),
    ends_at timestamptz not null,
    looked_at timestamptz,
    due_since timestamptz default hub_now(),
    check (ends_at > created_at)
  )`;

/** What fits a search, for as long as it does: once at a time for each offer. */
const savedSearchFind = `
  create table saved_search_find (
    search_id uuid not null references saved_search on delete cascade,
    offer_id uuid not null references offer,
    found_at timestamptz not null default hub_now(),
    gone_at timestamptz
  )`;

const indexes = [
  'create index saved_search_place on saved_search (municipality_code)',
  'create index saved_search_subject on saved_search (subject)',
  'create index saved_search_case on saved_search (case_id) where case_id is not null',
  'create index saved_search_due on saved_search (due_since) where due_since is not null',
  'create unique index saved_search_find_once on saved_search_find (search_id, offer_id) where gone_at is null',
  'create index saved_search_find_offer on saved_search_find (offer_id) where gone_at is null',
  'create index saved_search_find_search on saved_search_find (search_id)',
];

/** Up to which event the changes of capacity were looked at. */
const watch = [
  'create table saved_search_watch (position bigint not null)',
  'insert into saved_search_watch select coalesce(max(position), 0) from outbox',
];

/** While a case is erased nothing is kept for it. */
const kept = `create trigger saved_search_keeps before insert on saved_search for each row when (knows_case(new.case_id)) execute function keep_case()`;

const person = `(select public.hub_caller() ->> 'subject')`;
const background = `(select public.hub_on_duty('background'))`;
/** One for no case, or for a case that is the person's to see. */
const own = `subject = ${person} and (case_id is null or exists (select from case_projection known where known.id = saved_search.case_id))`;
const ofSeenSearch = 'exists (select from saved_search s where s.id = saved_search_find.search_id)';

const rights = [
  ...readOnlyFor('saved_search', `${background} or (${own})`),
  addableFor('saved_search', own),
  changeableFor('saved_search', `${background} or (${own})`),
  removableFor('saved_search', `${background} or subject = ${person}`),
  ...readOnlyFor('saved_search_find', ofSeenSearch),
  addableFor('saved_search_find', background),
  changeableFor('saved_search_find', background),
  'alter table saved_search_watch enable row level security',
  workedOnBy('saved_search_watch', background),
];

/** Searches that are looked at again when capacity changes. */
export class SavedSearches1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [savedSearch, savedSearchFind, ...indexes, ...watch, kept, ...rights])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['saved_search', 'saved_search_find', 'saved_search_watch'])
      for (const statement of readableByAll(table)) await runner.query(statement);
    await runner.query('drop table saved_search_find, saved_search, saved_search_watch');
  }
}
