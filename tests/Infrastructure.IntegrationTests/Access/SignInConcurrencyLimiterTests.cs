using System.Buffers.Binary;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class SignInConcurrencyLimiterTests : IDisposable
{
    private const int AtOnce = 2;
    private const int WaitingAtDoor = 8;
    private const int Waiting = 256;

    private readonly SignInConcurrencyLimiter gate = new();

    public void Dispose() => gate.Dispose();

    [Fact]
    public async Task At_one_door_eight_wait_and_the_next_is_told_when_to_come_again()
    {
        var (turns, waiting) = await FillAsync(0);
        await RefusedAsync(0);
        await RefusedAsync(0);

        turns[0].Dispose();
        var next = await await Task.WhenAny(waiting);
        waiting.Count(turn => turn.IsCompleted).Should().Be(1);
        waiting.Add(EnterAsync(0));
        await RefusedAsync(0);

        next.Dispose();
        turns[1].Dispose();
        foreach (var turn in waiting)
        {
            (await turn).Dispose();
        }

        (await EnterAsync(0)).Dispose();
    }

    [Fact]
    public async Task Whoever_fills_one_door_is_in_nobody_else_s_way()
    {
        await FillAsync(0);
        await Task.WhenAll(Enumerable.Range(0, Waiting).Select(_ => RefusedAsync(0)));
        var (turns, waiting) = await FillAsync(1);
        (turns.Count, waiting.Count).Should().Be((AtOnce, WaitingAtDoor));
    }

    [Fact]
    public async Task When_all_places_are_taken_whoever_finds_a_door_free_enters_all_the_same()
    {
        for (var door = 0; door < Waiting / WaitingAtDoor; door++)
        {
            await FillAsync(door);
        }

        for (var i = 0; i < AtOnce; i++)
        {
            EnterAsync(1000).IsCompletedSuccessfully.Should().BeTrue();
        }

        await RefusedAsync(1000);
    }

    private async Task<(List<IDisposable> Turns, List<Task<IDisposable>> Waiting)> FillAsync(int door)
    {
        List<IDisposable> turns = [];
        for (var i = 0; i < AtOnce; i++)
        {
            turns.Add(await EnterAsync(door));
        }

        var waiting = Enumerable.Range(0, WaitingAtDoor).Select(_ => EnterAsync(door)).ToList();
        waiting.Should().OnlyContain(turn => !turn.IsCompleted);
        return (turns, waiting);
    }

    private async Task RefusedAsync(int door) =>
        (await FluentActions.Awaiting(() => EnterAsync(door)).Should().ThrowAsync<ServiceUnavailableError>())
        .Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(5));

    // One network: addresses whose hashes differ by less than there are doors are at doors of their own.
    private Task<IDisposable> EnterAsync(int door)
    {
        var hash = new byte[32];
        BinaryPrimitives.WriteInt32LittleEndian(hash, door);
        return gate.AcquireAsync(hash, "192.0.2.1", CancellationToken.None);
    }
}
