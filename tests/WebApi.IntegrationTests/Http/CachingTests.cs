using CleanApi.WebApi.IntegrationTests.Tenancy;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Who may keep what is read (RFC 9111): of every operation of the served document, every page and every file.</summary>
[Trait("Requirement", "R5")]
public sealed class CachingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Keys = "/.well-known/openid-configuration/jwks";

    private static readonly Dictionary<string, string> Public = new(StringComparer.Ordinal)
    {
        [Keys] = "public, max-age=300",
        ["/openapi/v1.json"] = "public, max-age=60",
        ["/docs/swagger-ui.css"] = "max-age=0, private",
        ["/docs/swagger-ui-bundle.js"] = "max-age=0, private",
        ["/docs/docs.css"] = "public, max-age=3600",
        ["/docs/errors"] = "public, max-age=3600",
        ["/docs/errors/{code}"] = "public, max-age=3600",
        ["/docs/events"] = "public, max-age=3600",
        ["/docs/events/{file}"] = "public, max-age=3600",
        ["/auth/assets/{file}"] = "public, max-age=3600",
    };

    [Fact]
    public async Task What_is_read_is_kept_only_where_its_path_names_it_and_asked_for_again()
    {
        var tenant = await (await TenantData.OfAsync(api, ApiFixture.Viewer)).WithCredentialsOfAsync(ApiFixture.Admin);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var reads = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation.IsRead && operation.Statuses.Contains(200)).ToList();
        reads.Should().Contain(operation => operation.Path == "/api/v1/me").And.Contain(operation => operation.Path == "/api/v1/users/{id}");
        foreach (var operation in reads)
        {
            var expected = Public.GetValueOrDefault(operation.Path) ?? (operation.Statuses.Contains(304) && operation.PathIds.Any() ? "no-cache, private" : "no-store");
            await ExpectAsync("", expected);
            if (operation.Takes("include"))
            {
                await ExpectAsync("?include=organization", "no-store");
            }

            async Task ExpectAsync(string query, string control)
            {
                var answer = await client.AnswerAsync(operation.Request(tenant.Id, query));
                answer.Status.Should().BeOneOf([200, 422], $"{operation}{query}: {answer}");
                answer.Header("Cache-Control").Should().StartWith(answer.Status == 200 ? control : "no-store", $"{operation}{query}: {answer}");
            }
        }
    }

    [Fact]
    public async Task What_everybody_may_keep_is_the_same_for_everybody()
    {
        var people = new[] { "X-Nobody: 1", await CookieAsync(ApiFixture.Admin), await CookieAsync(ApiFixture.OtherAdmin) };
        var routes = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ActionDescriptor>() is null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true)
            .Select(endpoint => endpoint.RoutePattern.RawText!).Append(Keys).Distinct(StringComparer.Ordinal).ToList();
        routes.Should().Contain(Public.Keys);
        foreach (var route in routes)
        {
            var path = route.Replace("{code}", "NOT_FOUND", StringComparison.Ordinal).Replace("{file}", route.StartsWith("/docs/events", StringComparison.Ordinal) ? "user.created.v1.json" : "auth.css", StringComparison.Ordinal);
            var bodies = new HashSet<string>(StringComparer.Ordinal);
            foreach (var person in people)
            {
                var answer = await Wire.SendAsync(api, $"GET {path} HTTP/1.1", person);
                answer.Header("Cache-Control").Should().StartWith(Public.GetValueOrDefault(route, "no-store"), path);
                bodies.Add($"{answer.Status} {answer.Header("Set-Cookie")} {answer.Body}");
            }

            bodies.Count.Should().Match(count => count == 1 || !Public.ContainsKey(route), path);
        }
    }

    private async Task<string> CookieAsync(string email) => $"Cookie: access_token={await api.TokenAsync(email)}";
}
