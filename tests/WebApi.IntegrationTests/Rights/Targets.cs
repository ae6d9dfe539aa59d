using CleanApi.Domain.Common;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Rights;

/// <summary>Creates what the path of a request names, of the caller's organization, and of the caller where only its owner can do anything with it.</summary>
internal sealed class Targets(MatrixApi api, CallerKind kind, Actor actor, Operation operation)
{
    // The one that the path names before its delivery.
    private Guid endpoint;

    /// <summary>An id as paths have it.</summary>
    public static string Id(string prefix, Guid id) => TypeId.Format(prefix, id);

    /// <summary>Creates one; an id of nothing where nobody asks.</summary>
    public async Task<string> CreateAsync(string prefix)
    {
        var id = Guid.CreateVersion7();
        // A key is asked for a person first, and whoever lacks a factor for that, whatever the path names.
        if (actor.Credential is null || kind.RequiresFactor || (IsOwn && kind.Scopes is not null))
        {
            return Id(prefix, id);
        }

        if (prefix == "usr")
        {
            return Id(prefix, (await api.AddAsync("MEMBER")).User);
        }

        if (prefix == "ses")
        {
            await api.SignInAsync(actor.Email);
        }

        if (prefix == "whk")
        {
            endpoint = id;
        }

        return Statement(prefix, id) is { } statement ? Id(prefix, await api.ScalarAsync<Guid>(statement)) : await ReadOrCreateAsync(prefix);
    }

    private string? Statement(string prefix, Guid id) => prefix switch
    {
        "org" => $"select organization_id from users.users where id = '{actor.User}'",
        "ses" => $"select s.id from access.sessions s where s.user_id = '{actor.User}' order by s.created_at desc, s.id desc limit 1",
        "post" =>
            $"""
            insert into posts.posts (id, organization_id, author_id, title, body, version, created_at, updated_at)
            select '{id}', organization_id, id, 'Title', 'Text', 1, created_at, created_at from users.users where id = '{actor.User}' returning id
            """,
        "key" =>
            $"""
            insert into access.api_keys (id, organization_id, user_id, name, mode, scopes, hash, last_four, stamp, version, created_at, updated_at)
            select '{id}', organization_id, id, 'Import', 'LIVE', 'posts:read', encode(sha256('{id:N}'), 'hex'), 'abcd', 1, 1, now(), now()
            from users.users where id = '{actor.User}' returning id
            """,
        "evt" =>
            $$"""
            with place as (update app.event_positions set last = last + 1 returning last)
            insert into events.outbox_events (id, name, organization_id, subject_type, subject_id, version, ordinal, payload, occurred_at, position)
            select '{{id}}', 'post.created.v1', organization_id, 'post', '{{id}}', 1, 0, '{}', created_at, last from place, users.users where id = '{{actor.User}}' returning id
            """,
        "aud" =>
            $$"""
            insert into auditing.audit_logs (id, organization_id, actor_id, action, outcome, changes, created_at)
            select '{{id}}', organization_id, id, 'post.created', 'SUCCEEDED', '{}', created_at from users.users where id = '{{actor.User}}' returning id
            """,
        "inv" =>
            // Somebody who is invited answers the invitation of another organization.
            $"""
            insert into invitations.invitations (id, organization_id, email, role, invited_by_id, status, sendings, expires_at, version, created_at, updated_at)
            select '{id}', organization_id, '{(IsOwn ? actor.Email : $"i{id:N}@acme.test")}', 'MEMBER', id, 'PENDING', 1, '{api.Clock.GetUtcNow():O}'::timestamptz + interval '7 days',
              1, created_at, created_at
            from users.users where email = '{(IsOwn ? ApiFixture.OtherAdmin : ApiFixture.Admin)}' returning id
            """,
        "whk" =>
            $"""
            insert into webhooks.webhook_endpoints (id, organization_id, url, event_types, status, livemode, encrypted_secret, version, created_at, updated_at)
            select '{id}', organization_id, 'https://hooks.example.com/', 'invitation.*', 'ENABLED', true, '\x00', 1, created_at, created_at
            from users.users where id = '{actor.User}' returning id
            """,
        "dlv" =>
            $$"""
            insert into webhooks.webhook_deliveries (id, organization_id, endpoint_id, event_type, payload, status, attempts, due_at, delivered_at, version, created_at, updated_at)
            select '{{id}}', organization_id, id, 'invitation.sent.v1', '{}', 'DELIVERED', 1, created_at, created_at, 1, created_at, created_at
            from webhooks.webhook_endpoints where id = '{{endpoint}}' returning id
            """,
        "pkey" =>
            $"""
            with proved as (update access.sessions set is_multi_factor = true where user_id = '{actor.User}')
            insert into access.passkeys (id, account_id, credential_id, public_key, name, sign_count, transports, is_user_verified, is_backup_eligible, is_backed_up,
              version, created_at, updated_at)
            select '{id}', account_id, uuid_send('{id}'), uuid_send('{id}'), 'Laptop', 0, '', true, false, false, 1, created_at, created_at
            from access.memberships where user_id = '{actor.User}' returning id
            """,
        "ext" =>
            $"""
            insert into access.external_identities (id, account_id, provider, issuer, subject, version, created_at, updated_at)
            select '{id}', account_id, 'google', 'https://accounts.google.com', '{id}', 1, created_at, created_at
            from access.memberships where user_id = '{actor.User}' returning id
            """,
        _ => null,
    };

    // The first of the collection, as an administrator sees it; made with the example of the operation that creates one, where there is none.
    private async Task<string> ReadOrCreateAsync(string prefix)
    {
        var path = operation.Path[..operation.Path.IndexOf("/{", StringComparison.Ordinal)];
        var create = (await ServedDocument.ReadAsync(api)).Operations.SingleOrDefault(candidate => candidate.Method == "POST" && candidate.Path == path)
            ?? throw new InvalidOperationException($"{operation} takes an id with the prefix {prefix}: say here how one comes to be.");
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var listed = (await client.JsonAsync($"{path}?limit=1")).At("data");
        return listed.GetArrayLength() > 0 ? listed.Text("0.id")! : (await client.AnswerAsync(create.Request(_ => ""))).Json.Text("data.id")!;
    }

    private bool IsOwn => operation.Path.StartsWith("/api/v1/me/", StringComparison.Ordinal);
}
