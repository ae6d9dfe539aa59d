using System.Globalization;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>From when on a query is slow.</summary>
/// <param name="From">Its duration at least.</param>
internal sealed record SlowQuerySettings(TimeSpan From)
{
    private const string Name = "SlowQueryMilliseconds";
    private const int Default = 500;
    private const int Most = 600_000;

    /// <summary>Reads and checks <c>Database:SlowQueryMilliseconds</c>.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static SlowQuerySettings Read(IConfiguration configuration) => configuration[$"Database:{Name}"] is not { Length: > 0 } text
        ? new SlowQuerySettings(TimeSpan.FromMilliseconds(Default))
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 1 and <= Most
            ? new SlowQuerySettings(TimeSpan.FromMilliseconds(milliseconds))
            : throw new StartException($"Database__{Name} has to be a whole number of milliseconds from 1 to {Most}.");
}
