using CleanApi.Tests.Shared;

namespace CleanApi.WebApi.IntegrationTests.RateLimits;

/// <summary>Each store behind the whole program.</summary>
[Trait("Requirement", "R165")]
public sealed class RateLimitStoreChoiceTests(RateLimitedApi api) : IClassFixture<RateLimitedApi>
{
    [Fact]
    public async Task Redis_counts_for_all_instances()
    {
        await using var redis = await RedisServer.StartAsync();
        Dictionary<string, string> settings = new() { ["RateLimiting:Enabled"] = "true", ["RateLimiting:Store"] = "Redis", ["Redis:Configuration"] = redis.Configuration };
        (await AdmittedAsync(settings)).Should().Be(10);
    }

    [Fact]
    public async Task Memory_counts_for_each_instance()
    {
        Dictionary<string, string> settings = new() { ["RateLimiting:Enabled"] = "true", ["RateLimiting:Store"] = "Memory" };
        (await AdmittedAsync(settings)).Should().Be(20);
    }

    [Fact]
    public async Task Without_Redis_nobody_signs_in_and_the_API_goes_on()
    {
        var another = api.StartAnother(new Dictionary<string, string>
        {
            ["RateLimiting:Enabled"] = "true",
            ["RateLimiting:Store"] = "Redis",
            ["Redis:Configuration"] = "127.0.0.1:1,connectTimeout=100,connectRetry=1",
        });
        using var stranger = api.Stranger(another.ClientOptions.BaseAddress);
        (await stranger.AuthAsync()).Status.Should().Be(503);
        (await stranger.ApiAsync()).Status.Should().Be(401);
    }

    // Of 30 sign-ins at two instances.
    private async Task<int> AdmittedAsync(Dictionary<string, string> settings)
    {
        var network = api.NextNetwork();
        var admitted = 0;
        foreach (var instance in new[] { api.StartAnother(settings), api.StartAnother(settings) })
        {
            using var stranger = api.Stranger(network, instance.ClientOptions.BaseAddress);
            admitted += (await 15.TimesAsync(stranger.AuthAsync)).Count(answer => !answer.IsRefused());
        }

        return admitted;
    }
}
