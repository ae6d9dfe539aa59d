using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>What another site has a browser send with our cookie, to each operation of the served document.</summary>
public sealed class OriginTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [Trait("Requirement", "R109")]
    [Trait("Requirement", "R243")]
    [InlineData("Origin", "https://evil.test")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task An_unsafe_request_from_another_origin_is_refused_with_its_reason(string header, string value)
    {
        var tenant = await TenantData.OfAsync(api, ApiFixture.Viewer);
        var cookie = $"access_token={await api.TokenAsync(ApiFixture.Admin)}";
        var before = await tenant.ChecksumsAsync();
        using var client = api.Anonymous;
        var operations = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => operation is { IsRead: false, IsAnonymous: false }).ToList();
        operations.Count.Should().BeGreaterThan(10);
        foreach (var operation in operations)
        {
            var answer = await client.AnswerAsync(operation.Request(tenant.Id).With(("Cookie", cookie), (header, value)));
            answer.ShouldBeError(403, "AUTHORIZATION_ERROR").Text("details.0.code").Should().Be("ORIGIN_NOT_ALLOWED", operation.Id);
        }

        (await tenant.ChecksumsAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    [Trait("Requirement", "R243")]
    public async Task Neither_is_a_session_renewed_for_another_origin()
    {
        using var client = api.Anonymous;
        var answer = await client.AnswerAsync("POST", "/api/auth/refresh", ("Cookie", "refresh_token=rt_any"), ("Origin", "https://evil.test"));
        answer.ShouldBeError(403, "AUTHORIZATION_ERROR").Text("details.0.code").Should().Be("ORIGIN_NOT_ALLOWED");
    }
}
