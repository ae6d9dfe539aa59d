using CleanApi.WebApi.IntegrationTests.Tenancy;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Methods, media types and versions, for every path of the served document.</summary>
public sealed class MethodTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Tried = ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO"];

    [Fact]
    [Trait("Requirement", "R225")]
    public async Task An_unsupported_method_is_405_with_Allow()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        List<string> faults = [];
        foreach (var path in (await ServedDocument.ReadAsync(api)).Operations.GroupBy(operation => operation.Path, StringComparer.Ordinal))
        {
            var known = path.Select(operation => operation.Method).ToHashSet(StringComparer.Ordinal);
            foreach (var method in Tried.Except(known, StringComparer.Ordinal))
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
    [Trait("Requirement", "R242")]
    public async Task HEAD_has_no_body_and_the_headers_of_GET_on_every_page_file_and_check()
    {
        var token = await api.TokenAsync(ApiFixture.Admin);
        var routes = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ActionDescriptor>() is null).ToLookup(endpoint => endpoint.RoutePattern.RawText!, Methods);
        routes.SelectMany(methods => methods).SelectMany(methods => methods).Should().OnlyContain(method => method == "GET" || method == "HEAD" || method == "POST");
        var paths = routes.Where(methods => methods.Any(method => method.Contains("GET"))).Select(methods => Filled(methods.Key)).ToList();
        paths.Should().Contain(["/", "/openapi/v1.json", "/docs/errors", "/docs", "/docs/swagger-ui.css", "/auth/signin", "/auth/error", "/auth/signed-in", "/health/live", "/health/ready"]);
        foreach (var path in paths)
        {
            var (get, head) = (await SendAsync("GET", path), await SendAsync("HEAD", path));
            (head.Status, head.Body, head.Header("Content-Type")).Should().Be((get.Status, "", get.Header("Content-Type")), path);
            (head.Header("ETag"), head.Header("Cache-Control"), head.Header("Location")).Should().Be((get.Header("ETag"), get.Header("Cache-Control"), get.Header("Location")), path);
            head.Status.Should().BeOneOf([200, 301, 303, 400], path);
        }

        Task<Answer> SendAsync(string method, string path) => Wire.SendAsync(api, $"{method} {path} HTTP/1.1", $"Authorization: Bearer {token}");
    }

    [Fact]
    [Trait("Requirement", "R242")]
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
    [InlineData("image/gif")]
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
    [Trait("Requirement", "R242")]
    public async Task A_version_that_the_client_has_is_not_sent_again()
    {
        var tenant = await (await TenantData.OfAsync(api, ApiFixture.Admin)).WithCredentialsOfAsync(ApiFixture.Admin);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var operations = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.Statuses.Contains(304)).ToList();
        operations.Should().NotBeEmpty();
        foreach (var operation in operations)
        {
            var tag = (await client.AnswerAsync(operation.Request(tenant.Id))).Header("ETag");
            tag.Should().MatchRegex("^\"[0-9a-f]+\"$", operation.Id);
            var control = operation.PathIds.Any() ? "no-cache, private" : "no-store";
            foreach (var known in (string[])[tag!, $"W/{tag}", "*", $"\"x\", {tag}", $", \"\\\",{tag},"])
            {
                var same = await client.AnswerAsync(operation.Request(tenant.Id).With(("If-None-Match", known)));
                (same.Status, same.Body, same.Header("ETag"), same.Header("Cache-Control")).Should().Be((304, "", tag, control), $"{operation} {known}");
            }

            (await client.AnswerAsync(operation.Request(tenant.Id).With(("If-None-Match", "\"0\"")))).Status.Should().Be(200, operation.Id);
        }
    }

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    private static string Filled(string route) => route.Replace("{code}", "NOT_FOUND", StringComparison.Ordinal)
        .Replace("assets/{file}", "assets/auth.css", StringComparison.Ordinal).Replace("events/{file}", "events/user.created.v1.json", StringComparison.Ordinal);
}
