-- After every migration: what the program may do with the tables, and what even it may never do.
-- A table of facts that must not be altered joins the list below.
do $$
declare
  program text := '${program}';
  facts text[] := '{access.audit_entry, giving.gift, giving.gift_reversal}';
  home text;
  fact text;
begin
  -- two instances that start together would trip over each other's grants
  perform pg_advisory_xact_lock(hashtext('silah grants'));
  if program = current_user or not exists (select from pg_roles where rolname = program) then
    return;
  end if;
  for home in
    select nspname
      from pg_namespace
     where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
  loop
    execute format('grant usage on schema %I to %I', home, program);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', home, program);
    execute format('grant usage, select, update on all sequences in schema %I to %I', home, program);
  end loop;
  foreach fact in array facts loop
    if to_regclass(fact) is not null then
      execute format('revoke update, delete, truncate on %s from %I', fact, program);
    end if;
  end loop;
end
$$;
