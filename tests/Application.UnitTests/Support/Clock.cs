namespace CleanApi.Application.UnitTests.Support;

/// <summary>A clock that stands still.</summary>
internal sealed class Clock : TimeProvider
{
    public static readonly DateTimeOffset Now = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Clock Instance = new();

    public override DateTimeOffset GetUtcNow() => Now;
}
