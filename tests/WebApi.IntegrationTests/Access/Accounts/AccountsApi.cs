using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>An API to register at, and to set passwords; it also logs its SQL.</summary>
public partial class AccountsApi : AuthApi
{
    /// <summary>What people register with.</summary>
    public const string FirstPassword = "Gl4ss bridges hum";

    /// <summary>What they choose later.</summary>
    public const string NextPassword = "Four green k1tEs";

    /// <summary>An address that nobody has.</summary>
    public static string NewEmail() => $"p{Guid.NewGuid():N}@fresh.test";

    /// <summary>Posts, with a token or without.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, object body, string? token = null)
    {
        using var client = CreateClient(token);
        using var response = await client.PostJsonAsync(path, body);
        return (response.StatusCode, await response.JsonAsync());
    }

    /// <summary>Registers.</summary>
    public Task<(HttpStatusCode Status, JsonElement Body)> RegisterAsync(
        string email, string organizationName = "Fresh Ltd", string name = "Ada Lovelace", string password = FirstPassword) =>
        PostAsync("/api/auth/register", new { organizationName, name, email, password });

    /// <summary>The token of the nth mail that asks to confirm an address.</summary>
    public async Task<string> VerificationTokenAsync(string email, int number = 1) => (await MailAsync(email, "Confirm your address", number)).Token;

    /// <summary>Completes a registration.</summary>
    public Task<(HttpStatusCode Status, JsonElement Body)> VerifyAsync(string token) => PostAsync("/api/auth/verify-email", new { token });

    /// <summary>Registers somebody and completes it; answers the address.</summary>
    public async Task<string> RegisteredAsync(string organizationName = "Fresh Ltd", string name = "Ada Lovelace")
    {
        var email = NewEmail();
        (await RegisterAsync(email, organizationName, name)).Status.Should().Be(HttpStatusCode.Accepted);
        (await VerifyAsync(await VerificationTokenAsync(email))).Status.Should().Be(HttpStatusCode.NoContent);
        return email;
    }

    /// <summary>Asks for the nth link to set a password; answers its token.</summary>
    public async Task<string> ResetTokenAsync(string email, int number = 1)
    {
        (await PostAsync("/api/auth/forgot-password", new { email })).Status.Should().Be(HttpStatusCode.Accepted);
        return (await MailAsync(email, "Set another password", number)).Token;
    }

    /// <summary>Sets a password by a link.</summary>
    public Task<(HttpStatusCode Status, JsonElement Body)> ResetAsync(string token, string password = NextPassword) =>
        PostAsync("/api/auth/reset-password", new { token, password });

    /// <summary>Whether a password lets in.</summary>
    public async Task<bool> LetsInAsync(string email, string password)
    {
        using var response = await LoginAsync(email, password);
        return response.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Signs in; answers the tokens.</summary>
    public async Task<(string Access, string Refresh)> SessionAsync(string email, string password = FirstPassword)
    {
        using var response = await LoginAsync(email, password);
        return await TokensAsync(response);
    }

    /// <summary>The SQL that a request makes the program send, without what is sent in the background and how long it took.</summary>
    public async Task<IReadOnlyList<string>> StatementsAsync(Func<Task> request) =>
        [.. (await Logs.StatementsAsync(request)).Select(sql => Duration().Replace(sql, ""))];

    /// <summary>Whether an access token lets in.</summary>
    public async Task<bool> IsAliveAsync(string access)
    {
        using var client = CreateClient(access);
        using var response = await client.GetAsync("/api/v1/me");
        return response.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>How many audit entries of an action there are about a person's account.</summary>
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
