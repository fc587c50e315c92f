-- Who is told what happened, and what became of telling them.

create table webhook (
  id uuid primary key,
  account_id uuid not null references account,
  url text not null,
  -- Shown once to whoever made it; we need it to sign.
  secret text not null,
  -- What it was before, which still signs for a while.
  earlier_secret text,
  earlier_until timestamptz,
  -- '*' is all of them.
  events text[] not null,
  created_at timestamptz not null,
  -- The first failure since the last success.
  failing_since timestamptz,
  disabled_at timestamptz,
  disabled_reason text,
  deleted_at timestamptz
);
create index webhook_account on webhook (account_id) where deleted_at is null;

-- A message to one address. Without a webhook it is a callback that a single request asked for.
create table delivery (
  id uuid primary key,
  account_id uuid not null references account,
  webhook_id uuid references webhook,
  url text not null,
  event text not null,
  body text not null,
  state text not null check (state in ('pending', 'delivered', 'failed')),
  attempts int not null default 0,
  last_status int,
  last_error text,
  created_at timestamptz not null,
  attempted_at timestamptz,
  -- When it is tried again.
  next_at timestamptz,
  finished_at timestamptz
);
create index delivery_account on delivery (account_id, id desc);
create index delivery_finished on delivery (finished_at) where finished_at is not null;

alter table webhook enable row level security;
create policy own on webhook to beatboard_tenant using (account_id = current_account());
-- All but the secrets.
grant select (id, account_id, url, events, created_at, failing_since, disabled_at, disabled_reason, deleted_at)
  on webhook to beatboard_tenant;
grant insert, update on webhook to beatboard_tenant;
alter table delivery enable row level security;
create policy own on delivery to beatboard_tenant using (account_id = current_account());
grant select on delivery to beatboard_tenant;
