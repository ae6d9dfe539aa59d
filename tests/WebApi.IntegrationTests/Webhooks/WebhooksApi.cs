using System.Net;
using CleanApi.Infrastructure.Outbound;
using CleanApi.WebApi.IntegrationTests.Users;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>The API for tests of webhooks.</summary>
public class WebhooksApi : UsersApi
{
    /// <summary>The collection.</summary>
    public const string Webhooks = "/api/v1/webhooks";

    /// <summary>Answers for the DNS.</summary>
    internal TestResolver Resolver => (TestResolver)Services.GetRequiredService<IHostResolver>();

    /// <summary>Creates an endpoint of Acme and returns its path and secret.</summary>
    public async Task<(string Path, string Secret)> CreateAsync(string url, params string[] eventTypes)
    {
        var body = new { url, eventTypes = eventTypes.Length == 0 ? ["*"] : eventTypes };
        var created = (await SendAsync(Admin, "POST", Webhooks, body)).Expect(HttpStatusCode.Created);
        return (created.Headers["Location"], created.Text("data.attributes.secret")!);
    }
}
