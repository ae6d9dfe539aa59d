using System.Buffers.Binary;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class SignInConcurrencyLimiterTests : IDisposable
{
    private const int PermitsPerStripe = 2;
    private const int QueuedPerStripe = 8;
    private const int Queued = 256;

    private readonly SignInConcurrencyLimiter limiter = new();

    public void Dispose() => limiter.Dispose();

    [Fact]
    public async Task Each_stripe_queues_eight_and_rejects_the_next_with_Retry_After()
    {
        var (permits, waiting) = await FillAsync(0);
        await ShouldBeRejectedAsync(0);
        await ShouldBeRejectedAsync(0);

        permits[0].Dispose();
        var next = await await Task.WhenAny(waiting);
        waiting.Count(permit => permit.IsCompleted).Should().Be(1);
        waiting.Add(AcquireAsync(0));
        await ShouldBeRejectedAsync(0);

        next.Dispose();
        permits[1].Dispose();
        foreach (var permit in waiting)
        {
            (await permit).Dispose();
        }

        (await AcquireAsync(0)).Dispose();
    }

    [Fact]
    public async Task A_full_stripe_does_not_block_others()
    {
        await FillAsync(0);
        await Task.WhenAll(Enumerable.Range(0, Queued).Select(_ => ShouldBeRejectedAsync(0)));
        var (permits, waiting) = await FillAsync(1);
        (permits.Count, waiting.Count).Should().Be((PermitsPerStripe, QueuedPerStripe));
    }

    [Fact]
    public async Task A_free_stripe_grants_permits_even_when_the_whole_queue_is_full()
    {
        for (var stripe = 0; stripe < Queued / QueuedPerStripe; stripe++)
        {
            await FillAsync(stripe);
        }

        for (var i = 0; i < PermitsPerStripe; i++)
        {
            AcquireAsync(1000).IsCompletedSuccessfully.Should().BeTrue();
        }

        await ShouldBeRejectedAsync(1000);
    }

    private async Task<(List<IDisposable> Permits, List<Task<IDisposable>> Queued)> FillAsync(int stripe)
    {
        List<IDisposable> permits = [];
        for (var i = 0; i < PermitsPerStripe; i++)
        {
            permits.Add(await AcquireAsync(stripe));
        }

        var waiting = Enumerable.Range(0, QueuedPerStripe).Select(_ => AcquireAsync(stripe)).ToList();
        waiting.Should().OnlyContain(permit => !permit.IsCompleted);
        return (permits, waiting);
    }

    private async Task ShouldBeRejectedAsync(int stripe) =>
        (await FluentActions.Awaiting(() => AcquireAsync(stripe)).Should().ThrowAsync<ServiceUnavailableError>())
        .Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(5));

    // With one network, hashes that differ by less than the number of stripes are in different stripes.
    private Task<IDisposable> AcquireAsync(int stripe)
    {
        var hash = new byte[32];
        BinaryPrimitives.WriteInt32LittleEndian(hash, stripe);
        return limiter.AcquireAsync(hash, "192.0.2.1", CancellationToken.None);
    }
}
