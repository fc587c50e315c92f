-- Credits by double entry: every movement is a journal of postings that cancel out, and what a pocket holds is nothing
-- but the sum of its postings.

-- What is known of an account's grants. Its row is the lock under which an account's credits move.
create table wallet (
  account_id uuid primary key references account,
  -- The plan as of the last look, and what it grants.
  plan text not null,
  daily bigint not null check (daily >= 0),
  monthly bigint not null check (monthly >= 0),
  time_zone text not null,
  -- The local day from which months are counted.
  anchor date not null,
  -- The latest local day that was granted; earlier ones never are again, whatever clocks say.
  day date,
  -- The day on which the latest granted month began, and the monthly grant that it has had.
  month date,
  month_covers bigint not null default 0
);

-- Credits of one kind and period; they end with it.
create table pocket (
  id bigint generated always as identity primary key,
  account_id uuid not null references account,
  kind text not null check (kind in ('daily', 'monthly', 'bought', 'given')),
  -- The local day or the first one of the month ('2026-11-28'), or the reference of what was bought or given.
  period text not null,
  begins_at timestamptz not null,
  ends_at timestamptz,
  available bigint not null default 0 check (available >= 0),
  held bigint not null default 0 check (held >= 0),
  unique (account_id, kind, period)
);
create index pocket_ending on pocket (ends_at) where available > 0;
create index pocket_open on pocket (account_id) where available > 0 or held > 0;

create table journal (
  -- Within an account in the order in which things happened.
  id bigint generated always as identity primary key,
  account_id uuid not null references account,
  kind text not null check (kind in ('grant', 'purchase', 'hold', 'settle', 'release', 'expire', 'correction')),
  generation_id uuid check ((generation_id is not null) = (kind in ('hold', 'settle', 'release'))),
  -- What a grant, purchase or correction is for.
  reference text check ((reference is not null) = (kind in ('grant', 'purchase', 'correction'))),
  note text not null default '',
  at timestamptz not null
);
-- A generation is held, settled and released once at most, and a grant given once, whatever is tried again.
create unique index journal_once on journal (generation_id, kind) where generation_id is not null;
create unique index journal_reference on journal (account_id, kind, reference) where reference is not null;
create index journal_account on journal (account_id, id);

create table posting (
  journal_id bigint not null references journal,
  pocket_id bigint not null references pocket,
  account_id uuid not null,
  -- 'issued' is where credits come from; 'spent' and 'expired' where they go.
  book text not null check (book in ('issued', 'available', 'held', 'spent', 'expired')),
  amount bigint not null check (amount <> 0),
  primary key (journal_id, pocket_id, book)
);
create index posting_pocket on posting (pocket_id);

-- All postings of a journal are written by one statement, and cancel out in each pocket.
create function post() returns trigger language plpgsql as $$
begin
  if exists (select 1 from fresh group by journal_id, pocket_id having sum(amount) <> 0) then
    raise exception 'a journal does not balance' using errcode = 'check_violation';
  end if;
  update pocket p set available = p.available + s.available, held = p.held + s.held
    from (select pocket_id,
                 coalesce(sum(amount) filter (where book = 'available'), 0) as available,
                 coalesce(sum(amount) filter (where book = 'held'), 0) as held
            from fresh group by pocket_id) s
    where p.id = s.pocket_id;
  return null;
end $$;
create trigger posting_moves_pocket after insert on posting
  referencing new table as fresh for each statement execute function post();

-- The books are only added to, and pockets follow them alone.
create function unchangeable() returns trigger language plpgsql as $$
begin
  raise exception '% is changed by postings only', tg_table_name using errcode = 'check_violation';
end $$;
create trigger journal_stays before update or delete or truncate on journal
  for each statement execute function unchangeable();
create trigger posting_stays before update or delete or truncate on posting
  for each statement execute function unchangeable();
create trigger pocket_stays before delete or truncate on pocket
  for each statement execute function unchangeable();
create trigger pocket_begins_empty before insert on pocket for each row
  when (new.available <> 0 or new.held <> 0) execute function unchangeable();
create trigger pocket_follows before update of available, held, account_id, kind, period on pocket for each row
  when (pg_trigger_depth() = 0) execute function unchangeable();

alter table wallet enable row level security;
create policy own on wallet to beatboard_tenant using (account_id = current_account());
grant select on wallet to beatboard_tenant;
alter table pocket enable row level security;
create policy own on pocket to beatboard_tenant using (account_id = current_account());
grant select on pocket to beatboard_tenant;
alter table journal enable row level security;
create policy own on journal to beatboard_tenant using (account_id = current_account());
grant select on journal to beatboard_tenant;
alter table posting enable row level security;
create policy own on posting to beatboard_tenant using (account_id = current_account());
grant select on posting to beatboard_tenant;
