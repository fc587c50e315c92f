-- Who is told what happened, and what became of telling them.

create table webhook (
  id uuid primary key,
  account_id uuid not null references account,
  url text not null,
  secret text not null,
  events text[] not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
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
  finished_at timestamptz
);
create index delivery_account on delivery (account_id, id desc);

alter table webhook enable row level security;
create policy own on webhook to beatboard_tenant using (account_id = current_account());
grant select, insert, update on webhook to beatboard_tenant;
alter table delivery enable row level security;
create policy own on delivery to beatboard_tenant using (account_id = current_account());
grant select on delivery to beatboard_tenant;
