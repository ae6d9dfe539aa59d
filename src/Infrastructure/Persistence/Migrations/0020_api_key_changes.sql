-- A key can be renamed and lose scopes; it never gets more, whoever asks.
grant update (name, scopes) on access.api_keys to cleanapi_app;

create function access.keep_scopes_narrow() returns trigger
  language plpgsql
  as $$
begin
  if not string_to_array(new.scopes, ' ') <@ string_to_array(old.scopes, ' ') then
    raise exception 'a key never gets more scopes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create trigger keep_scopes_narrow before update of scopes on access.api_keys
  for each row execute function access.keep_scopes_narrow();

-- A test key writes nothing, so no mail is of test mode any more.
alter table mail.messages alter column livemode set default true;
comment on column mail.messages.livemode is 'Unused: a former version of the program, which may run beside this one, still writes it.';
