-- Links by which people without an account look at a project, and what is said about its frames.

create table review (
  id uuid primary key,
  account_id uuid not null references account,
  project_id uuid not null references project,
  title text not null,
  -- SHA-256 of what the link ends in.
  token_hash bytea not null unique,
  -- Whether whoever has the link may say something.
  comments boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index review_project on review (project_id, id desc);

create table review_comment (
  id uuid primary key,
  account_id uuid not null references account,
  project_id uuid not null references project,
  -- By which link it came; none if a member wrote it.
  review_id uuid references review on delete cascade,
  generation_id uuid references generation,
  frame int not null check (frame >= 0),
  -- Where in the picture, from its upper left corner, as parts of its width and height.
  x double precision check (x between 0 and 1),
  y double precision check (y between 0 and 1),
  author text not null check (length(author) between 1 and 60),
  content text not null check (length(content) between 1 and 2000),
  created_at timestamptz not null,
  resolved_at timestamptz,
  check ((x is null) = (y is null))
);
create index review_comment_project on review_comment (project_id, id);
create index review_comment_review on review_comment (review_id);

alter table review enable row level security;
create policy own on review to beatboard_tenant using (account_id = current_account());
-- All but what proves the link.
grant select (id, account_id, project_id, title, comments, created_at, expires_at, ended_at) on review
  to beatboard_tenant;
grant insert, delete, update (ended_at) on review to beatboard_tenant;
alter table review_comment enable row level security;
create policy own on review_comment to beatboard_tenant using (account_id = current_account());
grant select, insert, delete, update (resolved_at) on review_comment to beatboard_tenant;
