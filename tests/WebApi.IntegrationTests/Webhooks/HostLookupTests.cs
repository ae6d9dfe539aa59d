using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using CleanApi.Infrastructure.Outbound;
using Microsoft.Extensions.Time.Testing;

namespace CleanApi.WebApi.IntegrationTests.Webhooks;

/// <summary>Name servers that never answer.</summary>
[Trait("Requirement", "R258")]
public sealed class HostLookupTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly Resolver resolver = new();

    [Fact]
    public async Task One_organization_has_four_lookups_at_once_and_holds_up_no_other_one()
    {
        var lookups = new HostLookups(resolver, clock);
        var hanging = Enumerable.Range(0, 5).Select(number => lookups.ResolveAsync($"slow{number}.example.com", "org_1", CancellationToken.None)).ToList();

        resolver.Asked.Should().HaveCount(4);
        _ = lookups.ResolveAsync("slow5.example.com", "org_2", CancellationToken.None);
        resolver.Asked.Should().Contain("slow5.example.com");

        clock.Advance(TimeSpan.FromSeconds(5));
        foreach (var lookup in hanging)
        {
            (await lookup.Invoking(one => one).Should().ThrowAsync<SocketException>("nobody waits for longer than five seconds")).Which.SocketErrorCode.Should().Be(SocketError.TryAgain);
        }

        _ = lookups.ResolveAsync("slow6.example.com", "org_1", CancellationToken.None);
        resolver.Asked.Should().NotContain("slow6.example.com", "what the resolver still waits for counts");
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_so()
    {
        using var gone = new CancellationTokenSource();
        var lookup = new HostLookups(resolver, clock).ResolveAsync("slow.example.com", "org_1", gone.Token);
        await gone.CancelAsync();

        await lookup.Invoking(one => one).Should().ThrowAsync<OperationCanceledException>();
    }

    private sealed class Resolver : IHostResolver
    {
        public ConcurrentBag<string> Asked { get; } = [];

        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host)
        {
            Asked.Add(host);
            return new TaskCompletionSource<IReadOnlyList<IPAddress>>().Task;
        }
    }
}
