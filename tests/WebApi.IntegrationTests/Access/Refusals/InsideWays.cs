using System.Net;
using CleanApi.WebApi.IntegrationTests.Access.People;

namespace CleanApi.WebApi.IntegrationTests.Access.Refusals;

/// <summary>What is refused of callers: those who may not, and those who fail to prove again who they are.</summary>
internal static class InsideWays
{
    private const string Wrong = "Wr0ng bridges hum";

    /// <summary>Each by its name.</summary>
    public static IReadOnlyDictionary<string, Func<RefusalApi, Task<Refused>>> All { get; } = new Dictionary<string, Func<RefusalApi, Task<Refused>>>
    {
        ["a wrong password in a session"] = api => FailedAsync(api, "/api/v1/me/reauthenticate", "session.reauthenticated", "WRONG_PASSWORD", new { password = Wrong }),
        ["a password where there is a factor"] = async api =>
        {
            var person = await api.PersonAsync();
            using var client = await api.SignedInAsync(person.Email);
            await api.EnrolAsync(client);
            return await FailedAsync(api, person, client, "/api/v1/me/reauthenticate", "session.reauthenticated", "MFA_REQUIRED", new { password = Wrong });
        },
        ["a wrong current password"] = api => FailedAsync(
            api, "/api/v1/me/password", "password.changed", "WRONG_PASSWORD", new { currentPassword = Wrong, newPassword = AccountsApi.NextPassword }),
        ["a wrong code in a session"] = async api =>
        {
            var person = await api.PersonAsync();
            using var client = await api.SignedInAsync(person.Email);
            var (app, _) = await api.EnrolAsync(client);
            return await FailedAsync(api, person, client, "/api/v1/me/reauthenticate", "session.reauthenticated", "WRONG_CODE", new { code = app.WrongCode() });
        },
        ["a wrong code that was to confirm an app"] = async api =>
        {
            var person = await api.PersonAsync();
            using var client = await api.SignedInAsync(person.Email);
            using var begun = await client.PostJsonAsync(SecondFactorApi.TotpPath, new { });
            var app = new AuthenticatorApp((await begun.JsonAsync()).Text("data.attributes.secret")!, api.Clock);
            return await FailedAsync(api, person, client, $"{SecondFactorApi.TotpPath}/confirm", "mfa.enabled", "WRONG_CODE", new { code = app.WrongCode() });
        },
        ["a query without the role"] = async api =>
        {
            var person = await api.PersonAsync();
            await api.ChangeAsync(person, "role = 'MEMBER'");
            return await DeniedAsync(person, await api.SignedInAsync(person.Email), HttpMethod.Get, "/api/v1/invitations", "list_invitations", "INSUFFICIENT_ROLE");
        },
        ["a command without the role"] = async api =>
        {
            var person = await api.PersonAsync();
            await api.ChangeAsync(person, "role = 'MEMBER'");
            return await DeniedAsync(
                person, await api.SignedInAsync(person.Email), HttpMethod.Post, "/api/v1/invitations", "invitation.sent", "INSUFFICIENT_ROLE", new { email = AccountsApi.NewEmail() });
        },
        ["a command about a user without the role"] = async api =>
        {
            var person = await api.PersonAsync();
            await api.ChangeAsync(person, "role = 'MEMBER'");
            var refused = await DeniedAsync(
                person, await api.SignedInAsync(person.Email), HttpMethod.Delete, $"/api/v1/users/{person.UserId}", "user.deleted", "INSUFFICIENT_ROLE");
            return refused with { Target = person.Target };
        },
        ["a query without the scope"] = async api =>
        {
            var person = await api.PersonAsync();
            var (_, key) = await api.KeyAsync(person, new { name = "Posts", scopes = new[] { "posts:read" } });
            return await DeniedAsync(person, api.CreateClient(key), HttpMethod.Get, "/api/v1/invitations", "list_invitations", "INSUFFICIENT_SCOPE");
        },
        ["a program where a person is needed, and nothing else would be audited"] = async api =>
        {
            var person = await api.PersonAsync();
            var (_, key) = await api.KeyAsync(person);
            return await DeniedAsync(
                person, api.CreateClient(key), HttpMethod.Post, "/api/v1/me/external-identities", "link_external_identity", "PERSON_REQUIRED", new { provider = "google" });
        },
        ["a test key that would change something"] = async api =>
        {
            var person = await api.PersonAsync();
            var (_, key) = await api.KeyAsync(person, new { name = "Test", mode = "test" });
            return await DeniedAsync(person, api.CreateClient(key), HttpMethod.Post, "/api/v1/users", "user.created", "TEST_MODE", new { email = AccountsApi.NewEmail(), name = "Eve" });
        },
        ["a query before a second factor is set up"] = async api =>
        {
            var person = await api.PersonAsync();
            await api.ExecuteAsync($"update organizations.organizations set require_second_factor = true where id = (select organization_id from users.users where email = '{person.Email}')");
            return await DeniedAsync(person, await api.SignedInAsync(person.Email), HttpMethod.Get, "/api/v1/users", "list_users", "MFA_REQUIRED");
        },
        ["a key in a session of long ago"] = async api =>
        {
            var person = await api.PersonAsync();
            var client = await api.SignedInAsync(person.Email);
            api.Clock.Advance(TimeSpan.FromMinutes(11));
            return await DeniedAsync(person, client, HttpMethod.Post, ApiKeysApi.Keys, "api_key.created", "RECENT_AUTHENTICATION_REQUIRED", new { name = "Import" });
        },
        ["a role beyond one's own"] = async api =>
        {
            var person = await api.PersonAsync();
            var (_, key) = await api.KeyAsync(person, new { name = "Users", scopes = new[] { "users:create" } });
            return await DeniedAsync(
                person, api.CreateClient(key), HttpMethod.Post, "/api/v1/users", "user.created", "EXCEEDS_OWN_RIGHTS", new { email = AccountsApi.NewEmail(), name = "Eve", role = "ADMIN" });
        },
        ["an organization that one is not in"] = async api =>
        {
            var (person, other) = (await api.PersonAsync(), await api.PersonAsync());
            var refused = await DeniedAsync(
                person, await api.SignedInAsync(person.Email), HttpMethod.Post, "/api/auth/switch-organization", "sign_in", "NOT_A_MEMBER", new { organizationId = other.OrganizationId });
            return refused with { Target = $"organization {other.OrganizationId}" };
        },
        ["an organization in which one is deactivated"] = async api =>
        {
            var (person, other) = (await api.PersonAsync(), await api.PersonAsync());
            using var client = await api.SignedInAsync(person.Email);
            await api.InviteAsync(other.Email, person.Email);
            await PeopleApi.AcceptOnlyAsync(client);
            var there = $"email = '{person.Email}' and organization_id = (select organization_id from users.users where email = '{other.Email}')";
            await api.ExecuteAsync($"update users.users set status = 'DEACTIVATED' where {there}");
            var user = new Domain.Users.UserId(await api.ScalarAsync<Guid>($"select id from users.users where {there}"));
            var (id, status) = await RefusalApi.RefuseAsync(client, HttpMethod.Post, "/api/auth/switch-organization", new { organizationId = other.OrganizationId });
            return new(id, status, "sign_in", "ACCOUNT_UNAVAILABLE", other.OrganizationId, Target: $"user {user}") { IsDenied = true };
        },
        ["an invitation of another address"] = async api =>
        {
            var (person, other) = (await api.PersonAsync(), await api.PersonAsync());
            var (invitation, token, _) = await api.InvitedAsync(other);
            using var client = await api.SignedInAsync(person.Email);
            var (id, status) = await RefusalApi.RefuseAsync(client, HttpMethod.Post, "/api/v1/invitations/accept", new { token });
            return new(id, status, "invitation.accepted", "OTHER_ACCOUNT", other.OrganizationId, Target: $"invitation {invitation}") { IsDenied = true };
        },
    };

    private static async Task<Refused> FailedAsync(RefusalApi api, string path, string action, string reason, object body)
    {
        var person = await api.PersonAsync();
        using var client = await api.SignedInAsync(person.Email);
        return await FailedAsync(api, person, client, path, action, reason, body);
    }

    private static async Task<Refused> FailedAsync(
        RefusalApi api, RefusedPerson person, HttpClient client, string path, string action, string reason, object body)
    {
        var (id, status) = await RefusalApi.RefuseAsync(client, HttpMethod.Post, path, body);
        return new(id, status, action, reason, person.OrganizationId, Target: $"session {await api.SessionIdAsync(person)}");
    }

    private static async Task<Refused> DeniedAsync(
        RefusedPerson person, HttpClient client, HttpMethod method, string path, string action, string reason, object? body = null)
    {
        using (client)
        {
            var (id, status) = await RefusalApi.RefuseAsync(client, method, path, body);
            return new(id, status, action, reason, person.OrganizationId, person.UserId) { IsDenied = true };
        }
    }
}
