-- What was ordered, the chunks of frames that it is rendered in, and what came of it.

create table generation (
  id uuid primary key,
  account_id uuid not null references account,
  project_id uuid,
  -- Of which it is an edit, a retry or another shape: its frames may be kept.
  parent_id uuid references generation,
  api_key_id uuid,
  dialect text not null check (dialect in ('beatboard', 'agents', 'dream_machine')),
  kind text not null check (kind in ('video', 'still')),
  -- What the client calls the type and the model, given back as it was sent.
  type text not null,
  model text not null,
  request jsonb not null,
  -- The shot as JSON, and how it is to be rendered.
  source text not null,
  terms jsonb not null,
  title text not null,
  state text not null check (state in ('queued', 'processing', 'completed', 'failed', 'cancelled')),
  lane text not null check (lane in ('fast', 'relaxed')),
  first_frame int not null,
  last_frame int not null,
  frames_done int not null default 0,
  frames_kept int not null default 0,
  price bigint not null check (price >= 0),
  charged bigint not null default 0 check (charged >= 0),
  warnings jsonb not null default '[]',
  failure_code text,
  failure_reason text,
  callback_url text,
  end_user text,
  cancel_requested_at timestamptz,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  deleted_at timestamptz,
  -- Whether the files of a deleted one are gone.
  removed boolean not null default false
);
create index generation_deleted on generation (id) where deleted_at is not null and not removed;
create index generation_account on generation (account_id, id desc);
create index generation_running on generation (account_id) where state in ('queued', 'processing');

create table chunk (
  generation_id uuid not null references generation on delete cascade,
  account_id uuid not null,
  number int not null,
  first_frame int not null,
  last_frame int not null,
  lane text not null,
  -- 'waiting' for its turn, 'released' to the workers, 'done' once and for all, 'dropped' if nobody wants it any more.
  state text not null check (state in ('waiting', 'released', 'done', 'dropped')),
  -- Whoever works on it has to know the attempt; an earlier one counts for nothing.
  attempt int not null default 0,
  failures int not null default 0,
  worker_id uuid,
  frames_done int not null default 0,
  folder text,
  -- What its frames show, if the worker knows.
  digests text[],
  created_at timestamptz not null,
  released_at timestamptz,
  finished_at timestamptz,
  primary key (generation_id, number)
);
create index chunk_waiting on chunk (account_id, lane, generation_id, number) where state = 'waiting';
create index chunk_released on chunk (account_id) where state = 'released';

-- Digests of what each frame shows, to know which ones an edit keeps.
create table frame_digests (
  generation_id uuid primary key references generation on delete cascade,
  account_id uuid not null,
  digests text[] not null
);

create table output (
  id uuid primary key,
  generation_id uuid not null references generation on delete cascade,
  account_id uuid not null,
  -- 'video', 'image', 'exr', 'report', 'tracks', ...
  kind text not null,
  name text not null,
  object_key text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  unique (generation_id, name)
);

create table idempotency (
  account_id uuid not null references account,
  key text not null,
  request_hash bytea not null,
  generation_id uuid,
  status int,
  body text,
  created_at timestamptz not null,
  primary key (account_id, key)
);

create table worker (
  id uuid primary key,
  host text not null,
  pid bigint not null,
  threads int not null,
  build text not null,
  started_at timestamptz not null,
  heartbeat_at timestamptz not null,
  stopped_at timestamptz
);

-- What all processes of the service have to agree on and nobody else may know.
create table secret (
  name text primary key,
  content bytea not null
);

-- db-scheduler's own table.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index execution_time_idx on scheduled_tasks (execution_time);
create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);

alter table generation enable row level security;
create policy own on generation to beatboard_tenant using (account_id = current_account());
grant select, update on generation to beatboard_tenant;
alter table chunk enable row level security;
create policy own on chunk to beatboard_tenant using (account_id = current_account());
grant select on chunk to beatboard_tenant;
alter table frame_digests enable row level security;
create policy own on frame_digests to beatboard_tenant using (account_id = current_account());
grant select on frame_digests to beatboard_tenant;
alter table output enable row level security;
create policy own on output to beatboard_tenant using (account_id = current_account());
grant select on output to beatboard_tenant;
alter table idempotency enable row level security;
create policy own on idempotency to beatboard_tenant using (account_id = current_account());
grant select on idempotency to beatboard_tenant;
