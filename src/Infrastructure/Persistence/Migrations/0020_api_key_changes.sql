-- A key can be renamed and lose scopes.
grant update (name, scopes) on access.api_keys to cleanapi_app;

-- A test key writes nothing, so no mail is of test mode any more. The column goes once no version of the program names it.
alter table mail.messages alter column livemode set default true;
