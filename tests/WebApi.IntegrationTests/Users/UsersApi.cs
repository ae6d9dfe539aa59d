using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Users;

/// <summary>An API with people to change, which also logs its SQL.</summary>
public partial class UsersApi : ApiFixture
{
    /// <summary>The collection.</summary>
    public const string Path = "/api/v1/users";

    /// <summary>Where a user is whom nobody has.</summary>
    public static string UnknownPath { get; } = $"{Path}/{TypeId.New<UserId>(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero))}";

    /// <summary>An address that nobody has.</summary>
    public static string NewEmail() => $"p{Guid.NewGuid():N}@acme.test";

    /// <summary>An answer without what differs between two requests that are told the same: ids and the time.</summary>
    public static string Anonymized(JsonElement body) => Differing().Replace(body.GetRawText(), "");

    /// <summary>Sends a request; nobody in particular without an address.</summary>
    public async Task<Answer> SendAsync(
        string? email, string method, string path, object? body = null, string? ifMatch = null, string mediaType = "application/json")
    {
        using var client = email is null ? Anonymous : await ClientAsync(email);
        return await SendAsync(client, method, path, body, ifMatch, mediaType);
    }

    /// <summary>Sends a request with an access token.</summary>
    public async Task<Answer> SendWithTokenAsync(string token, string method, string path, object? body = null)
    {
        using var client = CreateClient(token);
        return await SendAsync(client, method, path, body);
    }

    /// <summary>Reads what has to be there.</summary>
    public async Task<Answer> GetAsync(string email, string path) => (await SendAsync(email, "GET", path)).Expect(HttpStatusCode.OK);

    /// <summary>Adds somebody who can sign in.</summary>
    public async Task<Person> AddAsync(string role = "MEMBER", string name = "Some Body", string by = Admin)
    {
        var person = await InviteAsync(role, name, by);
        (await SendAsync(by, "POST", person.Path + "/activate")).Expect(HttpStatusCode.OK);
        await GiveAccountAsync(person.Email);
        return person;
    }

    /// <summary>Adds somebody who can't sign in yet.</summary>
    public async Task<Person> InviteAsync(string role = "MEMBER", string name = "Some Body", string by = Admin)
    {
        var email = NewEmail();
        var created = (await SendAsync(by, "POST", Path, new { email, name, role })).Expect(HttpStatusCode.Created);
        return new Person(created.Text("data.id")!, email);
    }

    /// <summary>The audit log's entries of a request, as JSON.</summary>
    public async Task<IReadOnlyList<JsonElement>> AuditAsync(Answer answer)
    {
        var rows = await ScalarAsync<string>(
            $"select coalesce(jsonb_agg(to_jsonb(entry)), '[]')::text from auditing.audit_logs entry where request_id = '{answer.Headers["X-Request-ID"]}'");
        using var document = JsonDocument.Parse(rows!);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }

    /// <summary>The UUID of a user who is not deleted.</summary>
    public Task<Guid> UuidAsync(string email) => ScalarAsync<Guid>($"select id from users.users where email = '{email}' and deleted_at is null");

    /// <summary>The SQL commands that a GET makes the program send.</summary>
    public async Task<IReadOnlyList<string>> SqlOfAsync(string email, string path)
    {
        using var client = await ClientAsync(email);
        return await Logs.StatementsAsync(async () => (await SendAsync(client, "GET", path)).Expect(HttpStatusCode.OK));
    }

    /// <inheritdoc />
    protected override void Configure(IServiceCollection services) => services.AddLogging(logging => logging.AddFilter(LogRecorder.Sql, LogLevel.Information));

    private static async Task<Answer> SendAsync(
        HttpClient client, string method, string path, object? body = null, string? ifMatch = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("tests", "1.0"));
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, mediaType);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch).Should().BeTrue();
        }

        using var response = await client.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    [GeneratedRegex("(usr|req)_[0-9a-z]{26}|\"timestamp\":\"[^\"]+\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Differing();
}
