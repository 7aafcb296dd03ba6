-- A row may say of each role when it began, not of all of them together.
alter table constituents.import_staged add column role_starts text[];
update constituents.import_staged
set role_starts = array_fill(role_since::text, array[cardinality(roles)])
where role_since is not null;
alter table constituents.import_staged drop column role_since;
