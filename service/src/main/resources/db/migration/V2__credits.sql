-- Credits by double entry: every movement is a journal of postings that cancel out, and what a pocket holds is nothing
-- but the sum of its postings.

-- Credits of one kind and period; they end with it.
create table pocket (
  id uuid primary key,
  account_id uuid not null references account,
  kind text not null check (kind in ('daily', 'monthly', 'bought')),
  -- '2026-11-28', '2026-11', or what was bought.
  period text not null,
  begins_at timestamptz not null,
  ends_at timestamptz,
  available bigint not null default 0 check (available >= 0),
  held bigint not null default 0 check (held >= 0),
  unique (account_id, kind, period)
);
create index pocket_ending on pocket (ends_at) where available > 0;

create table journal (
  id uuid primary key,
  account_id uuid not null references account,
  kind text not null check (kind in ('grant', 'purchase', 'hold', 'settle', 'release', 'expire', 'correction')),
  generation_id uuid,
  note text not null default '',
  at timestamptz not null
);
-- A generation is held, settled and released once at most, whatever is tried again.
create unique index journal_once on journal (generation_id, kind) where generation_id is not null;
create index journal_account on journal (account_id, id);

create table posting (
  journal_id uuid not null references journal,
  pocket_id uuid not null references pocket,
  account_id uuid not null,
  -- 'issued' is where credits come from; 'spent' and 'expired' where they go.
  book text not null check (book in ('issued', 'available', 'held', 'spent', 'expired')),
  amount bigint not null check (amount <> 0),
  primary key (journal_id, pocket_id, book)
);
create index posting_pocket on posting (pocket_id);

create function post() returns trigger language plpgsql as $$
begin
  if new.book = 'available' then
    update pocket set available = available + new.amount where id = new.pocket_id;
  elsif new.book = 'held' then
    update pocket set held = held + new.amount where id = new.pocket_id;
  end if;
  return null;
end $$;
create trigger posting_moves_pocket after insert on posting for each row execute function post();

create function balanced() returns trigger language plpgsql as $$
begin
  if (select sum(amount) from posting where journal_id = new.journal_id and pocket_id = new.pocket_id) <> 0 then
    raise exception 'journal % does not balance', new.journal_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger posting_balances after insert on posting
  deferrable initially deferred for each row execute function balanced();

-- The books are only added to.
create function unchangeable() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'check_violation';
end $$;
create trigger journal_stays before update or delete on journal for each row execute function unchangeable();
create trigger posting_stays before update or delete on posting for each row execute function unchangeable();

alter table pocket enable row level security;
create policy own on pocket to beatboard_tenant using (account_id = current_account());
grant select on pocket to beatboard_tenant;
alter table journal enable row level security;
create policy own on journal to beatboard_tenant using (account_id = current_account());
grant select on journal to beatboard_tenant;
alter table posting enable row level security;
create policy own on posting to beatboard_tenant using (account_id = current_account());
grant select on posting to beatboard_tenant;
