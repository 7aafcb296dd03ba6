-- A gift is never changed. Only whose file it lies in may be another's when two clients turn out to be one; the program may not do
-- that itself, and asks this function, which changes nothing else.
drop trigger gift_is_never_changed on giving.gift;
create trigger gift_is_never_deleted before delete or truncate on giving.gift
  for each statement execute function access.refuse_change();
create trigger gift_is_never_changed before update on giving.gift
  for each statement when (coalesce(current_setting('silah.gifts_go_over', true), '') <> 'yes') execute function access.refuse_change();

create function giving.hand_over(from_party uuid, to_party uuid, which uuid[]) returns setof uuid language plpgsql security definer
set search_path = '' as $$
begin
  if not exists (select from constituents.merge m where from_party in (m.kept_id, m.gone_id) and to_party in (m.kept_id, m.gone_id)) then
    raise exception 'gifts go over only between clients who were merged';
  end if;
  perform set_config('silah.gifts_go_over', 'yes', true);
  return query
    update giving.gift g set party_id = to_party where g.party_id = from_party and (which is null or g.id = any (which)) returning g.id;
  perform set_config('silah.gifts_go_over', '', true);
end $$;
