using CleanApi.Infrastructure.EmbeddedPostgres;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Where the database is.</summary>
/// <param name="Application"><c>ConnectionStrings:CleanApi</c>; null: an embedded cluster.</param>
/// <param name="Owner"><c>ConnectionStrings:CleanApiOwner</c>, for migrations; null: the first one, which then drops to the application's role.</param>
/// <param name="EmbeddedDirectory"><c>Embedded:DataDirectory</c>.</param>
public sealed record DatabaseOptions(string? Application, string? Owner, string EmbeddedDirectory)
{
    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="StartException">One is no connection string; names it.</exception>
    public static DatabaseOptions From(IConfiguration configuration) => new(
        ConnectionString(configuration, "CleanApi"),
        ConnectionString(configuration, "CleanApiOwner"),
        Text(configuration["Embedded:DataDirectory"]) ?? Path.Combine(".data", "postgres"));

    /// <summary>The embedded cluster that these settings ask for.</summary>
    internal EmbeddedClusterOptions Embedded => new() { DataDirectory = EmbeddedDirectory };

    private static string? ConnectionString(IConfiguration configuration, string name)
    {
        var text = Text(configuration.GetConnectionString(name));
        try
        {
            // Not the text itself in the message: it holds a password.
            return text is null || !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(text).Host)
                ? text
                : throw new StartException($"ConnectionStrings__{name} names no Host.");
        }
        catch (ArgumentException exception)
        {
            throw new StartException($"ConnectionStrings__{name} is no connection string of Npgsql: {exception.Message}", exception);
        }
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
