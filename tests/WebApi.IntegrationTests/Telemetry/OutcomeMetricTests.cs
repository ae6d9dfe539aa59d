using System.Diagnostics.Metrics;
using CleanApi.Application.Common.Telemetry;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Idempotency;
using CleanApi.WebApi.IntegrationTests.RateLimits;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Telemetry;

/// <summary>What became of requests that are limited, repeated, or come with a credential that was verified before.</summary>
[Trait("Requirement", "R256")]
public sealed class OutcomeMetricTests(RateLimitedApi api) : IClassFixture<RateLimitedApi>
{
    [Fact]
    public async Task Each_policy_counts_whom_it_admits_and_whom_it_refuses()
    {
        using var stranger = api.Stranger();
        using var counts = Listen(MetricNames.RateLimitDecisions);

        await 6.TimesAsync(stranger.ExpensiveAsync);
        await 11.TimesAsync(stranger.AuthAsync);

        counts[$"{MetricNames.RateLimitDecisions} policy=expensive outcome=admitted"].Should().Be(5);
        counts[$"{MetricNames.RateLimitDecisions} policy=expensive outcome=refused"].Should().Be(1);
        counts[$"{MetricNames.RateLimitDecisions} policy=api outcome=admitted"].Should().Be(6);
        counts[$"{MetricNames.RateLimitDecisions} policy=auth outcome=admitted"].Should().Be(10);
        counts[$"{MetricNames.RateLimitDecisions} policy=auth outcome=refused"].Should().Be(1);
    }

    [Fact]
    public async Task A_token_is_verified_once_and_then_known()
    {
        using var person = await api.PersonAsync();
        using var counts = Listen(MetricNames.CacheLookups);

        await 3.TimesAsync(person.ApiAsync);

        counts[$"{MetricNames.CacheLookups} cache=access_tokens outcome=miss"].Should().Be(1);
        counts[$"{MetricNames.CacheLookups} cache=access_tokens outcome=hit"].Should().Be(2);
    }

    [Fact]
    public async Task A_command_with_a_key_is_the_first_a_repetition_or_in_conflict()
    {
        using var admin = await api.SignedInAsync(ApiFixture.Admin);
        using var counts = Listen(MetricNames.IdempotentCommands);
        var (key, body) = (KeyedCalls.NewKey(), KeyedCalls.NewUser());

        (await admin.PostAsync(key, KeyedCalls.Users, body)).Status.Should().Be(201);
        (await admin.PostAsync(key, KeyedCalls.Users, body)).Status.Should().Be(201);
        (await admin.PostAsync(key, KeyedCalls.Users, KeyedCalls.NewUser())).Status.Should().Be(422);
        (await admin.PostAsync(KeyedCalls.NewKey(), KeyedCalls.Users, body)).Status.Should().Be(409);

        // Other programs of this process count with the same instrument.
        counts[$"{MetricNames.IdempotentCommands} outcome=first"].Should().BeGreaterThanOrEqualTo(2);
        counts[$"{MetricNames.IdempotentCommands} outcome=replayed"].Should().BePositive();
        counts[$"{MetricNames.IdempotentCommands} outcome=conflict"].Should().BePositive();
    }

    private RecordedCounts Listen(string name) => new(api.Services.GetRequiredService<IMeterFactory>(), name);
}
