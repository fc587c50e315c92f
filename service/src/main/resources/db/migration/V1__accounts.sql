-- Who uses the service: organisations that pay, the people in them, and how both prove who they are.

-- The role under which everything that an account asks for is done. It sees the rows of one account only: those whose
-- account_id is the setting beatboard.account. Roles belong to the whole cluster, so it may be there already.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'beatboard_tenant') then
    begin
      create role beatboard_tenant nologin;
    exception when duplicate_object or unique_violation then
      null;
    end;
  end if;
end $$;
do $$ begin execute format('grant beatboard_tenant to %I', current_user); end $$;

create function current_account() returns uuid language sql stable as
$$ select nullif(current_setting('beatboard.account', true), '')::uuid $$;

create table account (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  plan text not null,
  -- Where the plan was bought; stores have a surcharge.
  store text not null default 'web' check (store in ('web', 'ios', 'android')),
  -- Whose days and months grants follow.
  time_zone text not null default 'UTC',
  created_at timestamptz not null,
  closed_at timestamptz
);

create table person (
  id uuid primary key,
  -- As in the package account: trimmed, composed (NFC), its domain in ASCII and small letters.
  email text not null check (length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 200),
  password_hash text,
  created_at timestamptz not null
);
create unique index person_email on person (lower(email));

create table membership (
  account_id uuid not null references account,
  person_id uuid not null references person,
  role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
  created_at timestamptz not null,
  primary key (account_id, person_id)
);
create index membership_person on membership (person_id);

create table invitation (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references account,
  email text not null,
  role text not null check (role in ('admin', 'member', 'viewer')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invitation_account on invitation (account_id);

create table passkey (
  credential_id bytea primary key,
  -- Its 16 bytes are the user handle that the authenticator keeps.
  person_id uuid not null references person,
  public_key bytea not null,
  sign_count bigint not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);

-- A ceremony that was begun in a browser and is to be finished there.
create table passkey_ceremony (
  id uuid primary key,
  kind text not null check (kind in ('register', 'sign_in')),
  challenge bytea not null,
  -- Who registers, and whether the person is new.
  person jsonb,
  expires_at timestamptz not null
);
create index passkey_ceremony_ending on passkey_ceremony (expires_at);

create table session (
  id uuid primary key,
  -- SHA-256 of what the browser keeps.
  token_hash bytea not null unique,
  person_id uuid not null references person,
  account_id uuid not null references account,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);
create index session_ending on session (expires_at);

create table api_key (
  id uuid primary key,
  account_id uuid not null references account,
  name text not null,
  -- SHA-256 of the key; the key itself is shown once and kept nowhere.
  hash bytea not null unique,
  -- The last characters, to tell keys apart.
  hint text not null,
  scopes text[] not null,
  created_by uuid references person,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_key_account on api_key (account_id);

-- Who did what, for whoever has to answer for it. Rows are only added.
create table audit_event (
  id bigint generated always as identity primary key,
  account_id uuid references account,
  actor text not null,
  action text not null,
  subject text not null,
  detail jsonb not null default '{}',
  request_id text,
  at timestamptz not null
);
create index audit_event_account on audit_event (account_id, id);

alter table account enable row level security;
create policy own on account to beatboard_tenant using (id = current_account());
grant select, update (name, time_zone, closed_at) on account to beatboard_tenant;

alter table membership enable row level security;
create policy own on membership to beatboard_tenant using (account_id = current_account());
grant select, insert, update, delete on membership to beatboard_tenant;

alter table person enable row level security;
create policy own on person to beatboard_tenant using (
  exists (select 1 from membership m where m.person_id = person.id and m.account_id = current_account()));
grant select (id, email, name, created_at) on person to beatboard_tenant;

alter table invitation enable row level security;
create policy own on invitation to beatboard_tenant using (account_id = current_account());
grant select, insert, update, delete on invitation to beatboard_tenant;

alter table api_key enable row level security;
create policy own on api_key to beatboard_tenant using (account_id = current_account());
grant select, insert, update on api_key to beatboard_tenant;

alter table audit_event enable row level security;
create policy own on audit_event to beatboard_tenant using (account_id = current_account());
grant select, insert on audit_event to beatboard_tenant;
