using CleanApi.Infrastructure.EmbeddedPostgres;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Where the database is.</summary>
/// <param name="Application"><c>ConnectionStrings:CleanApi</c>; null: an embedded cluster.</param>
/// <param name="Owner"><c>ConnectionStrings:CleanApiOwner</c>, for migrations; null: the first one, which then drops to the application's role.</param>
/// <param name="EmbeddedDirectory"><c>Embedded:DataDirectory</c>.</param>
public sealed record DatabaseOptions(string? Application, string? Owner, string EmbeddedDirectory)
{
    /// <summary>Reads the settings.</summary>
    public static DatabaseOptions From(IConfiguration configuration) => new(
        Text(configuration.GetConnectionString("CleanApi")),
        Text(configuration.GetConnectionString("CleanApiOwner")),
        Text(configuration["Embedded:DataDirectory"]) ?? Path.Combine(".data", "postgres"));

    /// <summary>The embedded cluster that these settings ask for.</summary>
    internal EmbeddedClusterOptions Embedded => new() { DataDirectory = EmbeddedDirectory };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
