using System.Text.RegularExpressions;
using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>HEAD beside every GET of the served document: the same without the body (RFC 9110, section 9.3.2).</summary>
public sealed partial class HeadTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    // Of the request, or of the body that HEAD does not have.
    private static readonly HashSet<string> Differing = new(["Date", "X-Request-ID", "X-Response-Time", "Content-Length", "Transfer-Encoding"], StringComparer.OrdinalIgnoreCase);

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task It_answers_what_is_there() =>
        await CompareAsync(200, _ => true);

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task It_answers_what_nobody_is_told_without_a_credential() =>
        await CompareAsync(401, operation => !operation.IsAnonymous, isSignedIn: false);

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task It_answers_what_is_not_there() =>
        await CompareAsync(404, operation => operation.Statuses.Contains(404), hasIds: false);

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task It_answers_what_the_client_has() =>
        await CompareAsync(304, operation => operation.Statuses.Contains(304), headers: "If-None-Match: *");

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task It_answers_a_query_that_is_wrong() =>
        await CompareAsync(422, operation => operation.Statuses.Contains(422) && operation.Takes("limit"), query: "?limit=x");

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task It_answers_a_type_that_is_not_sent() =>
        await CompareAsync(406, operation => operation.Statuses.Contains(406), headers: "Accept: application/zip");

    private async Task CompareAsync(int status, Func<Operation, bool> applies, bool isSignedIn = true, bool hasIds = true, string query = "", string headers = "X-Nothing: 1")
    {
        var tenant = await (await TenantData.OfAsync(api, ApiFixture.Viewer)).WithCredentialsOfAsync(ApiFixture.Admin);
        var credential = isSignedIn ? $"Authorization: Bearer {await api.TokenAsync(ApiFixture.Admin)}" : "X-Nothing: 1";
        var operations = (await ServedDocument.ReadAsync(api)).Operations
            // A step of a sign-in is a GET that has effects, and is not there for HEAD.
            .Where(operation => operation is { IsRead: true, IsEndless: false } && operation.Statuses.Contains(200) && applies(operation)).ToList();
        operations.Count.Should().BeGreaterThan(1);
        List<string> faults = [];
        foreach (var operation in operations)
        {
            var target = operation.PathWith(hasIds ? tenant.Id : TenantData.Unknown) + query;
            var get = await Wire.SendAsync(api, $"GET {target} HTTP/1.1", credential, headers);
            var head = await Wire.SendAsync(api, $"HEAD {target} HTTP/1.1", credential, headers);
            faults.AddRange(Faults(get, head, status).Select(fault => $"{operation}: {fault}"));
        }

        faults.Should().BeEmpty();
    }

    // The cursors of the event log are encrypted each time anew: two for one place differ, and are as long as each other.
    private static string? Told(Answer answer, string name) => answer.Header(name) is { } text ? Cursor().Replace(text, match => $"cursor={match.Length}") : null;

    private static IEnumerable<string> Faults(Answer get, Answer head, int status)
    {
        if ((get.Status, head.Status, head.Body) != (status, status, ""))
        {
            yield return $"GET {get}, HEAD {head}";
        }

        foreach (var name in get.Headers.Keys.Union(head.Headers.Keys, StringComparer.OrdinalIgnoreCase).Where(name => !Differing.Contains(name) && Told(get, name) != Told(head, name)))
        {
            yield return $"{name} is '{get.Header(name)}' for GET and '{head.Header(name)}' for HEAD";
        }

        if (head.Header("Content-Length") is { } length && length != get.Header("Content-Length"))
        {
            yield return $"Content-Length is {get.Header("Content-Length")} for GET and {length} for HEAD";
        }
    }

    [GeneratedRegex("cursor=[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Cursor();
}
