using System.Net;
using CleanApi.Infrastructure.Access;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Access;

[Trait("Requirement", "R125")]
public sealed class ApiKeyUseTests(ApiKeysApi api) : IClassFixture<ApiKeysApi>
{
    [Fact]
    public async Task When_a_key_was_last_used_is_known_a_moment_later_and_is_no_new_version()
    {
        var person = await api.AddAsync();
        var (path, key) = await api.CreateAsync(person.Email);
        var before = api.Clock.GetUtcNow();
        (await api.IsValidAsync(key)).Should().BeTrue();
        await Probe.UntilAsync("the use is stored", async () => await LastUsedAsync(person.Email, path) >= before);
        (await api.GetAsync(person.Email, path)).Headers["ETag"].Should().Be("\"1\"");
    }

    [Fact]
    public async Task That_it_cannot_be_stored_is_logged_and_made_up_for_and_no_request_notices()
    {
        var person = await api.AddAsync();
        var (path, key) = await api.CreateAsync(person.Email);
        await api.ExecuteAsync("revoke update (last_used_at) on access.api_keys from cleanapi_app");
        try
        {
            (await api.IsValidAsync(key)).Should().BeTrue();
            await Probe.UntilAsync("the failure is logged", () => api.Logs.Lines.Any(IsFailure));
            (await api.IsValidAsync(key)).Should().BeTrue();
            (await LastUsedAsync(person.Email, path)).Should().BeNull();
        }
        finally
        {
            await api.ExecuteAsync("grant update (last_used_at) on access.api_keys to cleanapi_app");
        }

        await Probe.UntilAsync("the use is stored after all", async () => await LastUsedAsync(person.Email, path) is not null);
    }

    [Fact]
    public async Task Uses_of_several_tenants_are_stored_together_also_when_the_program_ends()
    {
        await using var provider = new ServiceCollection().AddLogging()
            .AddSingleton(api.Services.GetRequiredService<CleanApi.Infrastructure.Persistence.Database>()).AddSingleton<TimeProvider>(api.Clock)
            .AddSingleton<ApiKeyUses>().AddSingleton<ApiKeyUseWriter>().BuildServiceProvider();
        var (uses, writer) = (provider.GetRequiredService<ApiKeyUses>(), provider.GetRequiredService<ApiKeyUseWriter>());
        List<(string Email, string Path)> keys = [];
        foreach (var email in new[] { ApiFixture.Member, ApiFixture.Admin, ApiFixture.OtherAdmin })
        {
            var (path, key) = await api.CreateAsync(email);
            keys.Add((email, path));
            var caller = await api.Services.GetRequiredService<Application.Access.IApiKeyReader>().ReadAsync(key, CancellationToken.None);
            uses.Record(caller!, api.Clock.GetUtcNow().AddHours(1));
        }

        await writer.StartAsync(CancellationToken.None);
        await ((IHostedService)writer).StopAsync(CancellationToken.None);
        foreach (var (email, path) in keys)
        {
            (await LastUsedAsync(email, path)).Should().BeAfter(api.Clock.GetUtcNow().AddMinutes(30));
        }
    }

    private static bool IsFailure(LogLine line) => line.Level == LogLevel.Error && line.Message.Contains("last used could not be stored", StringComparison.Ordinal);

    private async Task<DateTimeOffset?> LastUsedAsync(string email, string path)
    {
        var value = (await api.GetAsync(email, path)).Body.At("data.attributes.lastUsedAt");
        return value.ValueKind == System.Text.Json.JsonValueKind.Null ? null : value.GetDateTimeOffset();
    }
}
