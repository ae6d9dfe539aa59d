using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API for registration and password tests; it also logs its SQL.</summary>
public partial class AccountsApi : AuthApi
{
    /// <summary>The password chosen with the link of a registration.</summary>
    public const string FirstPassword = "Gl4ss bridges hum";

    /// <summary>The new password.</summary>
    public const string NextPassword = "Four green k1tEs";

    /// <summary>Returns an unused address.</summary>
    public static string NewEmail() => $"p{Guid.NewGuid():N}@fresh.test";

    /// <summary>Posts, with or without a token.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, object body, string? token = null)
    {
        using var client = CreateClient(token);
        using var response = await client.PostJsonAsync(path, body);
        return (response.StatusCode, await response.JsonAsync());
    }

    /// <summary>Registers.</summary>
    public Task<(HttpStatusCode Status, JsonElement Body)> RegisterAsync(string email, string organizationName = "Fresh Ltd", string name = "Ada Lovelace") =>
        PostAsync("/api/auth/register", new { organizationName, name, email });

    /// <summary>Returns the token of the nth verification mail.</summary>
    public async Task<string> VerificationTokenAsync(string email, int number = 1) => (await MailAsync(email, "Confirm your address", number)).Token;

    /// <summary>Completes a registration, with a password unless it is null.</summary>
    public Task<(HttpStatusCode Status, JsonElement Body)> VerifyAsync(string token, string? password = FirstPassword) =>
        PostAsync("/api/auth/verify-email", password is null ? new { token } : new { token, password });

    /// <summary>Registers, and completes the registration with a password.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> ChooseAsync(
        string email, string password, string organizationName = "Fresh Ltd", string name = "Ada Lovelace")
    {
        (await RegisterAsync(email, organizationName, name)).Status.Should().Be(HttpStatusCode.Accepted);
        return await VerifyAsync(await VerificationTokenAsync(email), password);
    }

    /// <summary>Registers a user, completes the registration and returns the address.</summary>
    public async Task<string> RegisteredAsync(string organizationName = "Fresh Ltd", string name = "Ada Lovelace")
    {
        var email = NewEmail();
        (await RegisterAsync(email, organizationName, name)).Status.Should().Be(HttpStatusCode.Accepted);
        (await VerifyAsync(await VerificationTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);
        return email;
    }

    /// <summary>Requests the nth password reset link and returns its token.</summary>
    public async Task<string> ResetTokenAsync(string email, int number = 1)
    {
        (await PostAsync("/api/auth/forgot-password", new { email })).Status.Should().Be(HttpStatusCode.Accepted);
        return (await MailAsync(email, "Set another password", number)).Token;
    }

    /// <summary>Sets a password with a reset token.</summary>
    public Task<(HttpStatusCode Status, JsonElement Body)> ResetAsync(string token, string password = NextPassword) =>
        PostAsync("/api/auth/reset-password", new { token, password });

    /// <summary>Whether the user can sign in with the password.</summary>
    public async Task<bool> CanSignInAsync(string email, string password)
    {
        using var response = await LoginAsync(email, password);
        return response.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Signs in and returns the tokens.</summary>
    public async Task<(string Access, string Refresh)> SessionAsync(string email, string password = FirstPassword)
    {
        using var response = await LoginAsync(email, password);
        return await TokensAsync(response);
    }

    /// <summary>Returns the SQL that a request executes, without background statements and durations.</summary>
    public async Task<IReadOnlyList<string>> StatementsAsync(Func<Task> request) =>
        [.. (await Logs.StatementsAsync(request)).Select(sql => Duration().Replace(sql, ""))];

    /// <summary>Whether an access token is valid.</summary>
    public async Task<bool> IsAliveAsync(string access)
    {
        using var client = CreateClient(access);
        using var response = await client.GetAsync("/api/v1/me");
        return response.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Counts the audit entries of an action on a user's account.</summary>
    public Task<long> AuditedAsync(string email, string action) => ScalarAsync<long>(
        $"""
        select count(*) from auditing.audit_logs entry
        join users.users person on person.id = entry.actor_id and person.organization_id = entry.organization_id
        where entry.action = '{action}' and entry.target_type = 'account' and entry.outcome = 'SUCCEEDED' and person.email = '{email}'
          and entry.ip_address is not null and entry.request_id is not null
        """);

    /// <inheritdoc />
    protected override void Configure(IServiceCollection services) => services.AddLogging(logging => logging.AddFilter(LogRecorder.Sql, LogLevel.Information));

    [GeneratedRegex(@"\d+ms", RegexOptions.None, 1000)]
    private static partial Regex Duration();
}
