using System.Net;
using CleanApi.WebApi.IntegrationTests.Access;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Rights;

/// <summary>The API with a person, a credential and a target of its own for each request, so that none changes what another one is answered.</summary>
public sealed class MatrixApi : ApiFixture
{
    private readonly Lazy<Task<PermissionMatrix>> matrix;
    private readonly Dictionary<CallerKind, Actor> keys = [];

    /// <summary>Creates it.</summary>
    public MatrixApi() => matrix = new(() => PermissionMatrix.ReadAsync(this));

    /// <summary>What every kind of caller is answered; read once.</summary>
    internal Task<PermissionMatrix> MatrixAsync() => matrix.Value;

    /// <summary>Sends a request as a kind of caller.</summary>
    /// <param name="kind">Who.</param>
    /// <param name="operation">What.</param>
    /// <param name="isSelf">Whether the user in the path is the caller.</param>
    internal async Task<Answer> SendAsync(CallerKind kind, Operation operation, bool isSelf)
    {
        // Wrong guesses and mails of an earlier request delay nobody, a policy that one changed is as before, and the address of an example is free.
        await ExecuteAsync(
            $"""
            delete from access.sign_in_failures;
            update organizations.organizations set require_second_factor = {kind.RequiresFactor};
            update users.users set deleted_at = updated_at where email = 'ada@acme.test';
            delete from mail.recipients;
            """);
        var actor = await ActorAsync(kind);
        var targets = new Targets(this, kind, actor, operation);
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        foreach (var prefix in operation.PathIds)
        {
            ids[prefix] = isSelf ? Targets.Id(prefix, actor.User) : await targets.CreateAsync(prefix);
        }

        using var client = CreateClient(actor.Credential);
        return await client.AnswerAsync(operation.Request(prefix => ids[prefix]));
    }

    /// <summary>Adds an active user of Acme, with an account.</summary>
    internal async Task<Actor> AddAsync(string role)
    {
        var (id, email) = (Guid.CreateVersion7(), $"p{Guid.NewGuid():N}@acme.test");
        await ExecuteAsync(
            $"""
            insert into users.users (id, organization_id, email, name, role, status, version, created_at, updated_at)
            select '{id}', organization_id, '{email}', 'Some Body', '{role}', 'ACTIVE', 1, created_at, updated_at from users.users where email = '{Admin}'
            """);
        await GiveAccountAsync(email);
        return new Actor(id, email, null);
    }

    private async Task<Actor> ActorAsync(CallerKind kind)
    {
        if (kind.Role is null)
        {
            return new Actor(Guid.Empty, "", null);
        }

        if (kind.Scopes is not null)
        {
            return keys.TryGetValue(kind, out var known) ? known : keys[kind] = await WithKeyAsync(await AddAsync(kind.Role), kind);
        }

        var person = await AddAsync(kind.Role);
        var token = await SignInAsync(person.Email);
        if (kind.HasOldProof)
        {
            await ExecuteAsync("update access.sessions set authenticated_at = authenticated_at - interval '11 minutes'");
        }

        return person with { Credential = token };
    }

    private async Task<Actor> WithKeyAsync(Actor owner, CallerKind kind)
    {
        using var client = CreateClient(await SignInAsync(owner.Email));
        using var created = await client.PostJsonAsync(ApiKeysApi.Keys, new { name = kind.Name, scopes = kind.Scopes, mode = kind.Mode });
        created.StatusCode.Should().Be(HttpStatusCode.Created);
        return owner with { Credential = (await created.JsonAsync()).Text("data.attributes.key") };
    }
}
