-- How many requests each principal has sent within the windows of its rate limits, for all instances together. Unlogged: what is counted is worth nothing after a
-- crash, and a count must not wait for the disk. Not under row-level security: it is of no organization, and is read before anybody's is known.
create unlogged table app.rate_limits (
  -- policy:kind:id, as the program writes it.
  key text primary key check (length(key) <= 100),
  -- Unix milliseconds, as the program gives them: every store computes in whole milliseconds.
  started_at bigint not null,
  previous bigint not null,
  counted bigint not null,
  -- When it counts nothing any more; changes with the window and not with each request.
  ends_at bigint not null,
  -- Whether the last request was: what a statement decides is known to its returning clause only if it is stored.
  is_admitted boolean not null
) with (fillfactor = 50);
create index rate_limits_ends_at_idx on app.rate_limits (ends_at);

-- Counts a request in each window up to the first that is full, and tells what they hold.
create function app.count_request(keys text[], permits bigint[], lengths bigint[], request_at bigint)
  returns table (is_admitted boolean, started_at bigint, previous bigint, counted bigint)
  language plpgsql as $$
#variable_conflict use_column
begin
  for i in 1 .. cardinality(keys) loop
    insert into app.rate_limits as held (key, started_at, previous, counted, ends_at, is_admitted)
    values (keys[i], request_at, 0, 1, request_at + 2 * lengths[i], true)
    on conflict (key) do update set (started_at, previous, counted, ends_at, is_admitted) = (
      select now_held.started_at, now_held.previous, now_held.counted + decided.admitted::int, now_held.started_at + 2 * lengths[i], decided.admitted
      from (
        select
          case when request_at - held.started_at < lengths[i] then held.started_at
            when request_at - held.started_at < 2 * lengths[i] then held.started_at + lengths[i] else request_at end as started_at,
          case when request_at - held.started_at < lengths[i] then held.previous
            when request_at - held.started_at < 2 * lengths[i] then held.counted else 0 end as previous,
          case when request_at - held.started_at < lengths[i] then held.counted else 0 end as counted
      ) now_held
      cross join lateral (
        select now_held.previous * (lengths[i] - 1 - greatest(0, request_at - now_held.started_at)) / lengths[i] + now_held.counted < permits[i] as admitted
      ) decided
    )
    returning held.is_admitted, held.started_at, held.previous, held.counted into is_admitted, started_at, previous, counted;
    return next;
    exit when not is_admitted;
  end loop;
end
$$;

revoke execute on function app.count_request(text[], bigint[], bigint[], bigint) from public;
grant execute on function app.count_request(text[], bigint[], bigint[], bigint) to cleanapi_app;
grant select, insert, update, delete on app.rate_limits to cleanapi_app;
