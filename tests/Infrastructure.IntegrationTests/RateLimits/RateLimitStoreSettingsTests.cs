using CleanApi.Infrastructure.RateLimits;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.IntegrationTests.RateLimits;

[Trait("Requirement", "R165")]
public sealed class RateLimitStoreSettingsTests
{
    private const string Database = "Host=db.acme.test";

    [Theory]
    [InlineData(null, null, nameof(RateLimitStoreKind.Memory))]
    [InlineData(null, Database, nameof(RateLimitStoreKind.Postgres))]
    [InlineData("memory", Database, nameof(RateLimitStoreKind.Memory))]
    [InlineData("Postgres", null, nameof(RateLimitStoreKind.Postgres))]
    [InlineData("Redis", null, nameof(RateLimitStoreKind.Redis))]
    public void Several_instances_share_the_database_unless_a_setting_says_otherwise(string? store, string? database, string kind) =>
        Read(store, database, "redis.acme.test:6379").Kind.ToString().Should().Be(kind);

    [Theory]
    [InlineData("Memcached", null, "RateLimiting__Store has to be one of Memory, Postgres, Redis.")]
    [InlineData("1", null, "RateLimiting__Store has to be one of Memory, Postgres, Redis.")]
    [InlineData("Redis", null, "Redis__Configuration is not set: *")]
    [InlineData("Redis", "redis.acme.test,passwort=sesame", "Redis__Configuration has to be *")]
    [InlineData("Redis", "password=sesame", "Redis__Configuration names no server*")]
    public void An_unusable_setting_is_named_without_its_secrets(string store, string? redis, string message)
    {
        var read = () => Read(store, null, redis);
        read.Should().Throw<StartException>().WithMessage(message).Which.Message.Should().NotContain("sesame").And.NotContain("\n");
    }

    private static RateLimitStoreSettings Read(string? store, string? database, string? redis) => RateLimitStoreSettings.Read(new ConfigurationManager
    {
        ["RateLimiting:Store"] = store,
        ["ConnectionStrings:CleanApi"] = database,
        ["Redis:Configuration"] = redis,
    });
}
