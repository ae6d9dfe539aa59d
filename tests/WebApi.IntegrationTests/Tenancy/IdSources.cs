using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Tenancy;

/// <summary>Where an organization has something of each prefix: statements that find or make it. What is missing here is read, or made, over HTTP.</summary>
internal static class IdSources
{
    /// <summary>Statements by prefix, in their order: {0} is the organization, {1} the id that the one before has found.</summary>
    public static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["org"] = "select id from organizations.organizations where id = '{0}'",
        ["usr"] = "select id from users.users where organization_id = '{0}' and deleted_at is null order by (role = 'ADMIN'), created_at, id limit 1",
        ["inv"] = "select id from invitations.invitations where organization_id = '{0}' and status = 'PENDING' order by id limit 1",
        ["post"] = "select id from posts.posts where organization_id = '{0}' and deleted_at is null order by id limit 1",
        ["ses"] = "select id from access.sessions where organization_id = '{0}' and revoked_at is null order by id limit 1",
        // One of their own, with its place in the log: those of the demo data may have none yet.
        ["evt"] = "with place as (update app.event_positions set last = last + 1 returning last) "
            + "insert into events.outbox_events (id, name, organization_id, subject_type, subject_id, version, ordinal, payload, occurred_at, position) "
            + "select gen_random_uuid(), 'organization.updated.v1', '{0}', 'organization', '{0}', 1000 + last, 0, '{{}}', now(), last from place returning id",
        ["aud"] = "insert into auditing.audit_logs (id, organization_id, action, outcome, changes, created_at) "
            + "values ((left(app.first_id(now())::text, 14) || '7' || substr(gen_random_uuid()::text, 16))::uuid, '{0}', 'user.updated', 'SUCCEEDED', '{{}}', now()) returning id",
        // Nobody of the demo data signs in elsewhere: the first one is made.
        ["ext"] = "insert into access.external_identities (id, account_id, provider, issuer, subject, version, created_at, updated_at) "
            + "select gen_random_uuid(), account_id, 'google', 'https://accounts.google.com', account_id::text, 1, now(), now() "
            + "from access.memberships where organization_id = '{0}' and deleted_at is null order by user_id desc limit 1 "
            + "on conflict (issuer, subject) where deleted_at is null do update set last_used_at = null returning id",
        // Their own: the first one to be made would need a sign-in. Nothing is sent to them.
        ["whk"] = "insert into webhooks.webhook_endpoints (id, organization_id, url, event_types, status, livemode, encrypted_secret, version, created_at, updated_at) "
            + "values (gen_random_uuid(), '{0}', 'https://hooks.example.com/', 'invitation.*', 'ENABLED', true, '\\x00', 1, now(), now()) returning id",
        ["dlv"] = "insert into webhooks.webhook_deliveries (id, organization_id, endpoint_id, event_type, payload, status, attempts, due_at, delivered_at, version, created_at, updated_at) "
            + "select gen_random_uuid(), organization_id, id, 'invitation.sent.v1', '{{}}', 'DELIVERED', 1, now(), now(), 1, now(), now() "
            + "from webhooks.webhook_endpoints where id = '{1}' returning id",
        // Their own as well; its bytes are written below.
        ["file"] = "insert into files.stored_files (id, organization_id, uploader_id, name, content_type, size, sha256, version, created_at, updated_at) "
            + "select gen_random_uuid(), organization_id, id, 'picture.png', 'image/png', " + $"{UploadedFile.Picture.Bytes.Length}, '{UploadedFile.Picture.Sha256}', 1, now(), now() "
            + "from users.users where organization_id = '{0}' and deleted_at is null order by id limit 1 returning id",
        ["pkey"] =
            "select p.id from access.passkeys p join access.memberships m on m.account_id = p.account_id where m.organization_id = '{0}' order by p.id limit 1",
    };
}
