using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>From when on a query is slow.</summary>
/// <param name="From">Its duration at least.</param>
internal sealed record SlowQuerySettings(TimeSpan From)
{
    private const int Default = 500;
    private const int Most = 600_000;

    /// <summary>Reads and checks <c>Database:SlowQueryMilliseconds</c>.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static SlowQuerySettings Read(IConfiguration configuration) =>
        new(TimeSpan.FromMilliseconds(configuration.ReadNumber("Database:SlowQueryMilliseconds", 1, Most) ?? Default));
}
