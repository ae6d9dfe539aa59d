using System.Net;
using System.Text.Json;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API for MFA tests.</summary>
public class SecondFactorApi : AuthApi
{
    /// <summary>The path for enrolling and removing an app.</summary>
    public const string TotpPath = "/api/v1/me/mfa/totp";

    /// <summary>The path for proving again who one is.</summary>
    public const string ProofPath = "/api/v1/me/reauthenticate";

    private const string VerifyPath = "/api/auth/mfa/verify";

    /// <summary>Enrols an app, which then has an unused code.</summary>
    public async Task<(AuthenticatorApp App, IReadOnlyList<string> RecoveryCodes)> EnrolAsync(string email)
    {
        using var client = CreateClient(await SignInAsync(email));
        var app = await BeginAsync(client);
        using var confirmed = await client.PostJsonAsync($"{TotpPath}/confirm", new { code = app.Code() });
        var body = await confirmed.JsonAsync();
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK, body.ToString());
        NextCode();
        return (app, [.. body.At("data.attributes.codes").EnumerateArray().Select(code => code.GetString()!)]);
    }

    /// <summary>Begins an enrolment.</summary>
    public async Task<AuthenticatorApp> BeginAsync(HttpClient client)
    {
        using var begun = await client.PostAsync(TotpPath, null);
        var body = await begun.JsonAsync();
        begun.StatusCode.Should().Be(HttpStatusCode.OK, body.ToString());
        return new AuthenticatorApp(body.Text("data.attributes.secret")!, Clock);
    }

    /// <summary>Advances the clock to the middle of the next time step, so that apps have a new code.</summary>
    public void NextCode(int steps = 1) => Clock.Advance(TimeSpan.FromSeconds((30 * steps) + 10 - (Clock.GetUtcNow().ToUnixTimeSeconds() % 30)));

    /// <summary>Signs in with the password and returns the MFA token.</summary>
    public async Task<string> ChallengeAsync(string email)
    {
        using var response = await LoginAsync(email);
        var body = await response.JsonAsync();
        body.At("data.attributes.mfaRequired").GetBoolean().Should().BeTrue();
        return body.Text("data.attributes.mfaToken")!;
    }

    /// <summary>Responds to the MFA challenge.</summary>
    public Task<HttpResponseMessage> VerifyAsync(string mfaToken, string code) => SendAsync(HttpMethod.Post, VerifyPath, new { mfaToken, code });

    /// <summary>Creates a client that is signed in with both factors.</summary>
    public async Task<HttpClient> ClientAsync(string email, string code)
    {
        using var response = await VerifyAsync(await ChallengeAsync(email), code);
        return CreateClient((await TokensAsync(response)).Access);
    }

    /// <summary>Asserts that the session's proof is too old for what was asked.</summary>
    public static async Task ShouldAskForProofAsync(HttpResponseMessage response)
    {
        var body = await response.JsonAsync();
        (response.StatusCode, body.Text("error.code"), body.Text("error.details.0.code"))
            .Should().Be((HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "RECENT_AUTHENTICATION_REQUIRED"));
    }

    /// <summary>Asserts the error that all invalid codes have.</summary>
    public static async Task ShouldBeRejectedAsync(HttpResponseMessage response)
    {
        var body = await response.JsonAsync();
        (response.StatusCode, body.Text("error.code"), body.Text("error.message"))
            .Should().Be((HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", "Invalid or expired code"));
        Cookies(response).Should().BeEmpty();
    }

    /// <summary>Counts the audit entries of an action on a user's account or sessions.</summary>
    public Task<long> AuditedAsync(string email, string action) => ScalarAsync<long>(
        $"""
        select count(*) from auditing.audit_logs log join users.users person on person.id = log.actor_id
        where person.email = '{email}' and log.action = '{action}' and log.outcome = 'SUCCEEDED' and log.target_id is not null
        """);

    /// <summary>How many failed attempts are audited that name the user as their target and nobody as their actor.</summary>
    public async Task<long> FailedAsync(string email, string action)
    {
        var id = new UserId(await ScalarAsync<Guid>($"select id from users.users where email = '{email}'"));
        return await ScalarAsync<long>(
            $"select count(*) from auditing.audit_logs where action = '{action}' and outcome = 'FAILED' and actor_id is null and target_type = 'user' and target_id = '{id}'");
    }

    /// <summary>How many failed attempts are audited that name a session of the user as their target and nobody as their actor.</summary>
    public async Task<long> FailedInSessionAsync(string email, string action)
    {
        var ids = await ScalarAsync<Guid[]>(
            $"select array_agg(session.id) from access.sessions session join users.users person on person.id = session.user_id where person.email = '{email}'");
        return await ScalarAsync<long>(
            $"""
            select count(*) from auditing.audit_logs where action = '{action}' and outcome = 'FAILED' and actor_id is null and target_type = 'session'
            and target_id in ({string.Join(", ", ids!.Select(id => $"'{new SessionId(id)}'"))})
            """);
    }

    /// <summary>Asserts the status and returns field and code of the first detail, or the message where it is about no field.</summary>
    public static async Task<string?> ErrorAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        JsonElement body = await response.JsonAsync();
        response.StatusCode.Should().Be(status, body.ToString());
        return body.At("error.details").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first && first.TryGetProperty("field", out _)
            ? $"{body.Text("error.details.0.field")} {body.Text("error.details.0.code")}"
            : body.Text("error.message");
    }
}
