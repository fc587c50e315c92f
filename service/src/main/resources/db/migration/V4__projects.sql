-- What people work on: shots with their history, people and sets to use again, and files they brought.

create table project (
  id uuid primary key,
  account_id uuid not null references account,
  title text not null,
  revision int not null,
  -- The shot file as JSON, as it was sent: it need not be a good shot yet.
  document text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create index project_account on project (account_id, id desc) where deleted_at is null;

create table project_revision (
  project_id uuid not null references project on delete cascade,
  account_id uuid not null,
  revision int not null,
  title text not null,
  document text not null,
  actor text not null,
  at timestamptz not null,
  primary key (project_id, revision)
);

create table library_item (
  id uuid primary key,
  account_id uuid not null references account,
  kind text not null check (kind in ('cast', 'set')),
  name text not null,
  revision int not null,
  document text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz
);
create table library_item_revision (
  item_id uuid not null references library_item on delete cascade,
  account_id uuid not null,
  revision int not null,
  name text not null,
  document text not null,
  actor text not null,
  at timestamptz not null,
  primary key (item_id, revision)
);
create index library_item_account on library_item (account_id, kind, id desc) where deleted_at is null;
create unique index library_item_name on library_item (account_id, kind, lower(name)) where deleted_at is null;

create table upload (
  id uuid primary key,
  account_id uuid not null references account,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  width int,
  height int,
  seconds double precision,
  object_key text not null,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index upload_account on upload (account_id, id desc) where deleted_at is null;

alter table project enable row level security;
create policy own on project to beatboard_tenant using (account_id = current_account());
grant select, insert, update on project to beatboard_tenant;
alter table project_revision enable row level security;
create policy own on project_revision to beatboard_tenant using (account_id = current_account());
grant select, insert, delete on project_revision to beatboard_tenant;
alter table library_item enable row level security;
create policy own on library_item to beatboard_tenant using (account_id = current_account());
grant select, insert, update on library_item to beatboard_tenant;
alter table library_item_revision enable row level security;
create policy own on library_item_revision to beatboard_tenant using (account_id = current_account());
grant select, insert, delete on library_item_revision to beatboard_tenant;
alter table upload enable row level security;
create policy own on upload to beatboard_tenant using (account_id = current_account());
grant select, insert, update on upload to beatboard_tenant;
