using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access.Refusals;

/// <summary>What is refused of those who have not proved who they are, at every way in.</summary>
internal static class WaysIn
{
    private const string Login = "/api/auth/login";
    private const string Verify = "/api/auth/mfa/verify";
    private const string Refresh = "/api/auth/refresh";
    private const string Me = "/api/v1/me";
    private const string Accept = "/api/v1/invitations/accept";
    private const string Wrong = "Wr0ng bridges hum";
    private const string Unknown = "tok_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /// <summary>Each by its name.</summary>
    public static IReadOnlyDictionary<string, Func<RefusalApi, Task<Refused>>> All { get; } = new Dictionary<string, Func<RefusalApi, Task<Refused>>>
    {
        ["a wrong password"] = async api =>
        {
            var person = await api.PersonAsync();
            var (id, status) = await api.RefuseAsync(Login, new { email = person.Email, password = Wrong });
            return new(id, status, "sign_in", "INVALID_CREDENTIALS", person.OrganizationId, Target: person.Target);
        },
        ["an address that nobody has"] = async api =>
        {
            var (id, status) = await api.RefuseAsync(Login, new { email = AccountsApi.NewEmail(), password = Wrong });
            return new(id, status, "sign_in", "INVALID_CREDENTIALS");
        },
        ["the right password of somebody deactivated"] = async api =>
        {
            var person = await api.PersonAsync();
            await api.ChangeAsync(person, "status = 'DEACTIVATED'");
            var (id, status) = await api.RefuseAsync(Login, new { email = person.Email, password = AccountsApi.FirstPassword });
            return new(id, status, "sign_in", "ACCOUNT_UNAVAILABLE", person.OrganizationId, Target: person.Target);
        },
        ["a wrong code"] = async api =>
        {
            var person = await api.PersonAsync();
            using var client = await api.SignedInAsync(person.Email);
            var (app, _) = await api.EnrolAsync(client);
            var (id, status) = await api.RefuseAsync(Verify, new { mfaToken = await api.ChallengeAsync(person), code = app.WrongCode() });
            return new(id, status, "sign_in", "WRONG_CODE", person.OrganizationId, Target: person.Target);
        },
        ["a recovery code that is used"] = async api =>
        {
            var person = await api.PersonAsync();
            using var client = await api.SignedInAsync(person.Email);
            var (_, code) = await api.EnrolAsync(client);
            (await api.PostAsync(Verify, new { mfaToken = await api.ChallengeAsync(person), code })).Status.Should().Be(HttpStatusCode.OK);
            var (id, status) = await api.RefuseAsync(Verify, new { mfaToken = await api.ChallengeAsync(person), code });
            return new(id, status, "sign_in", "WRONG_CODE", person.OrganizationId, Target: person.Target);
        },
        ["an MFA challenge that has expired"] = async api =>
        {
            var person = await api.PersonAsync();
            using var client = await api.SignedInAsync(person.Email);
            var (app, _) = await api.EnrolAsync(client);
            var mfaToken = await api.ChallengeAsync(person);
            api.Clock.Advance(TimeSpan.FromMinutes(6));
            var (id, status) = await api.RefuseAsync(Verify, new { mfaToken, code = app.Code() });
            return new(id, status, "sign_in", "INVALID_CHALLENGE", person.OrganizationId, Target: person.Target);
        },
        ["an MFA challenge that is unknown"] = async api =>
        {
            var (id, status) = await api.RefuseAsync(Verify, new { mfaToken = Unknown, code = "123456" });
            return new(id, status, "sign_in", "INVALID_CHALLENGE");
        },
        ["a refresh token that is used again"] = async api =>
        {
            var person = await api.PersonAsync();
            var (_, refreshToken) = await api.SessionAsync(person.Email);
            (await api.PostAsync(Refresh, new { refreshToken })).Status.Should().Be(HttpStatusCode.OK);
            api.Clock.Advance(TimeSpan.FromSeconds(11));
            var (id, status) = await api.RefuseAsync(Refresh, new { refreshToken });
            return new(id, status, "token.reuse_detected", "TOKEN_REUSED", person.OrganizationId, Target: $"session {await api.SessionIdAsync(person)}");
        },
        ["a refresh token whose session has ended"] = async api =>
        {
            var person = await api.PersonAsync();
            var (_, refreshToken) = await api.SessionAsync(person.Email);
            (await api.PostAsync("/api/auth/logout", new { refreshToken })).Status.Should().Be(HttpStatusCode.NoContent);
            var (id, status) = await api.RefuseAsync(Refresh, new { refreshToken });
            return new(id, status, "refresh", "SESSION_ENDED", person.OrganizationId, Target: $"session {await api.SessionIdAsync(person)}");
        },
        ["a refresh token that is forged"] = async api =>
        {
            var (id, status) = await api.RefuseAsync(Refresh, new { refreshToken = "eyJhbGciOiJub25lIn0.e30." });
            return new(id, status, "refresh", "INVALID_TOKEN");
        },
        ["an API key that was revoked"] = async api =>
        {
            var person = await api.PersonAsync();
            var (key, text) = await api.KeyAsync(person);
            using var client = api.CreateClient(text);
            (await client.JsonAsync(Me)).Text("data.id").Should().Be(person.UserId);
            using var owner = await api.SignedInAsync(person.Email);
            (await RefusalApi.RefuseAsync(owner, HttpMethod.Delete, $"{ApiKeysApi.Keys}/{key}")).Status.Should().Be(204);
            var (id, status) = await RefusalApi.RefuseAsync(client, HttpMethod.Get, Me);
            return new(id, status, "api_key.used", "KEY_REVOKED", person.OrganizationId, Target: $"api_key {key}");
        },
        ["an API key that has expired"] = async api =>
        {
            var person = await api.PersonAsync();
            var (key, text) = await api.KeyAsync(person, new { name = "Brief", expiresAt = api.Clock.GetUtcNow().AddMinutes(90) });
            api.Clock.Advance(TimeSpan.FromMinutes(91));
            var (id, status) = await RefusalApi.RefuseAsync(api.CreateClient(text), HttpMethod.Get, Me);
            return new(id, status, "api_key.used", "KEY_EXPIRED", person.OrganizationId, Target: $"api_key {key}");
        },
        ["an API key whose owner is deactivated"] = async api =>
        {
            var person = await api.PersonAsync();
            var (key, text) = await api.KeyAsync(person);
            await api.ChangeAsync(person, "status = 'DEACTIVATED'");
            var (id, status) = await RefusalApi.RefuseAsync(api.CreateClient(text), HttpMethod.Get, Me);
            return new(id, status, "api_key.used", "ACCOUNT_UNAVAILABLE", person.OrganizationId, Target: $"api_key {key}");
        },
        ["an API key that is unknown"] = async api =>
        {
            var (_, text) = await api.KeyAsync(await api.PersonAsync());
            await api.ExecuteAsync($"delete from access.api_keys where last_four = '{text[^4..]}'");
            var (id, status) = await RefusalApi.RefuseAsync(api.CreateClient(text), HttpMethod.Get, Me);
            return new(id, status, "api_key.used", "KEY_UNKNOWN");
        },
        ["a link to reset a password that is used"] = async api =>
        {
            var person = await api.PersonAsync();
            var token = await api.ResetTokenAsync(person.Email);
            (await api.ResetAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);
            var (id, status) = await api.RefuseAsync("/api/auth/reset-password", new { token, password = "Seven green k1tEs" });
            return new(id, status, "password.reset", "INVALID_LINK", person.OrganizationId, Target: person.Target);
        },
        ["a link to verify an address that is unknown"] = async api =>
        {
            var (id, status) = await api.RefuseAsync("/api/auth/verify-email", new { token = Unknown, password = AccountsApi.FirstPassword });
            return new(id, status, "account.registered", "INVALID_LINK");
        },
        ["an invitation that was accepted"] = async api =>
        {
            var person = await api.PersonAsync();
            var (invitation, token, _) = await api.InvitedAsync(person);
            (await api.PostAsync(Accept, new { token, name = "Ada", password = AccountsApi.FirstPassword })).Status.Should().Be(HttpStatusCode.Created);
            var (id, status) = await api.RefuseAsync(Accept, new { token, name = "Ida", password = AccountsApi.NextPassword });
            return new(id, status, "invitation.accepted", "INVALID_LINK", person.OrganizationId, Target: $"invitation {invitation}");
        },
        ["an invitation that was revoked"] = async api =>
        {
            var person = await api.PersonAsync();
            var (invitation, token, _) = await api.InvitedAsync(person);
            using var client = await api.SignedInAsync(person.Email);
            (await RefusalApi.RefuseAsync(client, HttpMethod.Delete, $"/api/v1/invitations/{invitation}")).Status.Should().Be(204);
            var (id, status) = await api.RefuseAsync(Accept, new { token, name = "Ada", password = AccountsApi.FirstPassword });
            return new(id, status, "invitation.accepted", "INVALID_LINK", person.OrganizationId, Target: $"invitation {invitation}");
        },
        ["an invitation that has expired"] = async api =>
        {
            var person = await api.PersonAsync();
            var (invitation, token, _) = await api.InvitedAsync(person);
            api.Clock.Advance(TimeSpan.FromDays(7));
            var (id, status) = await api.RefuseAsync(Accept, new { token, name = "Ada", password = AccountsApi.FirstPassword });
            return new(id, status, "invitation.accepted", "INVITATION_EXPIRED", person.OrganizationId, Target: $"invitation {invitation}");
        },
    };
}
