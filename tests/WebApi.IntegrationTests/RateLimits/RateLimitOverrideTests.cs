using CleanApi.Domain.Common;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.RateLimits;

public sealed class RateLimitOverrideTests(RateLimitedApi api) : IClassFixture<RateLimitedApi>
{
    [Fact]
    [Trait("Requirement", "R157")]
    public async Task An_organization_can_have_limits_of_its_own()
    {
        var acme = TypeId.Format("org", await api.ScalarAsync<Guid>($"select organization_id from users.users where email = '{ApiFixture.Admin}'"));
        var another = api.StartAnother(new Dictionary<string, string>
        {
            ["RateLimiting:Enabled"] = "true",
            ["RateLimiting:Auth:PermitLimit"] = "7",
            [$"RateLimiting:Organizations:{acme}:Api:PermitLimit"] = "3",
            [$"RateLimiting:Organizations:{acme}:Api:WindowSeconds"] = "10",
        });
        using var person = await api.PersonAsync(at: another.ClientOptions.BaseAddress);
        var answer = await person.ApiAsync();
        (answer.Header("RateLimit-Policy"), answer.Header("X-RateLimit-Remaining")).Should().Be(("\"api\";q=3;w=10", "2"));
        (await 3.TimesAsync(person.ApiAsync))[^1].IsRefused().Should().BeTrue();
        using var stranger = api.Stranger(another.ClientOptions.BaseAddress);
        (await stranger.ApiAsync()).Header("RateLimit-Policy").Should().Be("\"api\";q=100;w=60");
        (await stranger.AuthAsync()).Header("RateLimit-Policy").Should().Be("\"auth\";q=7;w=60");
    }

    [Fact]
    [Trait("Requirement", "R164")]
    public async Task Limits_can_be_switched_off()
    {
        var another = api.StartAnother(new Dictionary<string, string> { ["RateLimiting:Enabled"] = "false" });
        using var stranger = api.Stranger(another.ClientOptions.BaseAddress);
        (await 12.TimesAsync(stranger.AuthAsync)).Should().OnlyContain(
            answer => answer.Status == 422 && !answer.Headers.Keys.Any(name => name.Contains("RateLimit", StringComparison.OrdinalIgnoreCase)));
    }
}
