using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Methods, media types and versions, for every path of the served document.</summary>
public sealed class MethodTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO"];

    [Fact]
    [Trait("Requirement", "R225")]
    public async Task An_unsupported_method_is_405_with_Allow()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        List<string> faults = [];
        foreach (var path in (await ServedDocument.ReadAsync(api)).Operations.GroupBy(operation => operation.Path, StringComparer.Ordinal))
        {
            var known = path.Select(operation => operation.Method).ToHashSet(StringComparer.Ordinal);
            foreach (var method in Methods.Except(known, StringComparer.Ordinal))
            {
                var answer = await client.AnswerAsync(method, path.First().PathWith(TenantData.Unknown));
                var allowed = answer.Header("Allow")?.Split(", ").ToHashSet(StringComparer.Ordinal);
                // A GET that is a step of a protocol is not there for HEAD.
                var expected = path.Any(operation => operation.IsRead && operation.Statuses.Contains(200)) ? known.Append("HEAD") : known;
                faults.AddRange((answer.Status == 405 && allowed?.SetEquals(expected) is true ? Envelope.Faults(answer) : [$"{answer.Header("Allow")} {answer}"])
                    .Select(fault => $"{method} {path.Key}: {fault}"));
            }
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    public async Task HEAD_has_no_body_and_the_headers_of_GET_where_it_is_known()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        foreach (var path in (string[])["/openapi/v1.json", "/docs/errors", "/docs/errors/NOT_FOUND", "/docs/docs.css", "/health/live", "/health/ready"])
        {
            var (get, head) = (await client.AnswerAsync("GET", path), await client.AnswerAsync("HEAD", path));
            (head.Status, head.Body, head.Header("Content-Type")).Should().Be((200, "", get.Header("Content-Type")), path);
            (head.Header("ETag"), head.Header("Cache-Control")).Should().Be((get.Header("ETag"), get.Header("Cache-Control")), path);
        }
    }

    [Fact]
    public async Task HEAD_never_has_a_body()
    {
        var token = await api.TokenAsync(ApiFixture.Admin);
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Operations)
        {
            var answer = await Wire.SendAsync(api, $"HEAD {operation.PathWith(TenantData.Unknown)} HTTP/1.1", $"Authorization: Bearer {token}");
            answer.Body.Should().BeEmpty();
            (answer.Status == 405 ? answer.Header("Allow") : "").Should().NotBeNull($"HEAD {operation.Path}");
            answer.Status.Should().BeOneOf([200, 404, 405], $"HEAD {operation.Path}");
        }
    }

    [Theory]
    [Trait("Requirement", "R225")]
    [InlineData("image/png")]
    [InlineData("text/html, application/xml;q=0.9")]
    [InlineData("application/json;q=0")]
    public async Task An_unacceptable_response_type_is_rejected_without_effects(string accept)
    {
        var tenant = await TenantData.OfAsync(api, ApiFixture.Viewer);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var before = await tenant.ChecksumsAsync();
        List<string> faults = [];
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.Statuses.Contains(406)))
        {
            var answer = await client.AnswerAsync(operation.Request(tenant.Id).With(("Accept", accept)));
            faults.AddRange((answer.Status == 406 && answer.Code == "NOT_ACCEPTABLE" ? Envelope.Faults(answer) : [answer.ToString()]).Select(fault => $"{operation}: {fault}"));
        }

        faults.Should().BeEmpty();
        (await tenant.ChecksumsAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task A_version_that_the_client_has_is_not_sent_again()
    {
        var tenant = await (await TenantData.OfAsync(api, ApiFixture.Admin)).WithPasskeyOfAsync(ApiFixture.Admin);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var operations = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.Statuses.Contains(304)).ToList();
        operations.Should().NotBeEmpty();
        foreach (var operation in operations)
        {
            var tag = (await client.AnswerAsync(operation.Request(tenant.Id))).Header("ETag");
            tag.Should().MatchRegex("^\"[0-9]+\"$", operation.Id);
            foreach (var known in (string[])[tag!, $"W/{tag}", "*", $"\"x\", {tag}"])
            {
                var same = await client.AnswerAsync(operation.Request(tenant.Id).With(("If-None-Match", known)));
                (same.Status, same.Body, same.Header("ETag"), same.Header("Cache-Control")).Should().Be((304, "", tag, "no-cache, private"), $"{operation} {known}");
            }

            (await client.AnswerAsync(operation.Request(tenant.Id).With(("If-None-Match", "\"0\"")))).Status.Should().Be(200, operation.Id);
        }
    }

    [Fact]
    public async Task A_version_that_has_passed_is_not_changed()
    {
        var tenant = await (await TenantData.OfAsync(api, ApiFixture.Viewer)).WithPasskeyOfAsync(ApiFixture.Admin);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var before = await tenant.ChecksumsAsync();
        var operations = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.Takes("If-Match")).ToList();
        operations.Select(operation => operation.Method).Should().Contain(["PUT", "PATCH", "DELETE"]);
        operations.Should().OnlyContain(operation => operation.Statuses.Contains(412));
        foreach (var operation in operations)
        {
            var answer = await client.AnswerAsync(operation.Request(tenant.Id).With(("If-Match", "\"0\"")));
            if (answer.Status is not (404 or 409) || !operation.Path.StartsWith("/api/v1/me/", StringComparison.Ordinal))
            {
                answer.ShouldBeError(412, "PRECONDITION_FAILED");
            }
        }

        (await tenant.ChecksumsAsync()).Should().BeEquivalentTo(before);
    }
}
