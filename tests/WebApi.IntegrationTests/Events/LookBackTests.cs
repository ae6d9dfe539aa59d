using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Events;

namespace CleanApi.WebApi.IntegrationTests.Events;

/// <summary>How many reads of what precedes streams are under way at a time.</summary>
public sealed class LookBackTests
{
    [Fact]
    public async Task Those_of_an_organization_take_turns_two_at_a_time_and_hold_up_no_other()
    {
        using var turns = new LookBacks();
        var (one, other) = (OrganizationId.From(Guid.CreateVersion7()), OrganizationId.From(Guid.CreateVersion7()));
        var end = new TaskCompletionSource();
        var (running, most) = (0, 0);
        async Task<int> ReadAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await end.Task;
            return Interlocked.Decrement(ref running);
        }

        var reads = Enumerable.Range(0, 20).Select(_ => turns.ReadAsync(one, ReadAsync, CancellationToken.None)).ToList();
        running.Should().Be(LookBacks.AtATime);
        (await turns.ReadAsync(other, () => Task.FromResult("read"), CancellationToken.None)).Should().Be("read");

        end.SetResult();
        await Task.WhenAll(reads);
        most.Should().Be(LookBacks.AtATime);
    }
}
