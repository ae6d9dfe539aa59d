using Microsoft.Extensions.Time.Testing;

namespace CleanApi.Application.UnitTests.Support;

/// <summary>The time of every test, which does not pass.</summary>
internal static class Clock
{
    public static readonly DateTimeOffset Now = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly TimeProvider Instance = new FakeTimeProvider(Now);
}
