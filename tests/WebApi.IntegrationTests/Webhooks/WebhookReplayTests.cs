using System.Net;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Idempotency;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>Who gets a secret again with the idempotency key of the request that has made it.</summary>
[Trait("Requirement", "R258")]
[Trait("Requirement", "R229")]
public sealed class WebhookReplayTests(WebhooksApi api) : IClassFixture<WebhooksApi>
{
    // Longer than a proof of who somebody is counts, shorter than an access token lives.
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(11);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_the_same_person_with_the_right_and_a_recent_proof(bool isRotated)
    {
        var fresh = await api.SignInAsync(ApiFixture.Admin);
        var email = $"u{Guid.NewGuid():N}@acme.test";
        var created = (await api.SendWithTokenAsync(fresh, "POST", UsersApi.Path, new { email, name = "Some Body", role = "ADMIN" })).Expect(HttpStatusCode.Created);
        var admin = $"{UsersApi.Path}/{created.Text("data.id")}";
        (await api.SendWithTokenAsync(fresh, "POST", $"{admin}/activate")).Expect(HttpStatusCode.OK);
        await api.GiveAccountAsync(email);
        using var client = api.CreateClient(await api.SignInAsync(email));
        var path = WebhooksApi.Webhooks;
        if (isRotated)
        {
            var endpoint = (await api.SendWithTokenAsync(fresh, "POST", path, new { url = "https://hooks.example.com/" })).Expect(HttpStatusCode.Created);
            path = $"{endpoint.Headers["Location"]}/rotate-secret";
        }

        var (key, body) = (KeyedCalls.NewKey(), isRotated ? "" : """{"url":"https://hooks.example.com/replayed"}""");
        var first = await SendAsync(client, key, path, body);
        var secret = first.Json.Text("data.attributes.secret")!;

        var again = await SendAsync(client, key, path, body);
        (again.Status, again.IsReplayed(), again.Json.Text("data.attributes.secret")).Should().Be((first.Status, true, secret));

        using var other = api.CreateClient(await api.SignInAsync(ApiFixture.Admin));
        var theirs = await SendAsync(other, key, path, body);
        (theirs.Status, theirs.IsReplayed()).Should().Be((first.Status, false), "the key is somebody else's");
        theirs.Body.Should().NotContain(secret);

        api.Clock.Advance(Later);
        var late = await SendAsync(client, key, path, body);
        late.ShouldBeError(403, "AUTHORIZATION_ERROR").Text("details.0.code").Should().Be("RECENT_AUTHENTICATION_REQUIRED");

        (await api.SendWithTokenAsync(await api.SignInAsync(ApiFixture.Admin), "PATCH", admin, """{"role":"MEMBER"}""")).Expect(HttpStatusCode.OK);
        using var demoted = api.CreateClient(await api.SignInAsync(email));
        var refused = await SendAsync(demoted, key, path, body);
        refused.ShouldBeError(403, "AUTHORIZATION_ERROR");
        refused.Body.Should().NotContain(secret);
    }

    private static Task<Http.Answer> SendAsync(HttpClient client, string key, string path, string body) =>
        body.Length == 0 ? client.AnswerAsync("POST", path, (KeyedCalls.Header, key)) : client.PostAsync(key, path, body);
}
