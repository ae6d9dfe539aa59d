using CleanApi.Infrastructure.Time;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>The system clock plus an offset that a test sets, in whole milliseconds as in the product.</summary>
public sealed class AdjustableClock : TimeProvider
{
    private readonly MillisecondClock real = new(System);
    private long offsetTicks;

    /// <summary>Advances the time.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddTicks(Interlocked.Read(ref offsetTicks));
}
