namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>A clock that a test sets.</summary>
public sealed class TestClock : TimeProvider
{
    private long ticks = new DateTimeOffset(2030, 6, 1, 12, 0, 0, TimeSpan.Zero).UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    public void Advance(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => Now;
}
