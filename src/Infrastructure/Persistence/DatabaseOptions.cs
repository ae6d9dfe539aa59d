using CleanApi.Infrastructure.EmbeddedPostgres;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>The settings of the database.</summary>
/// <param name="Application"><c>ConnectionStrings:CleanApi</c>; null: the embedded cluster.</param>
/// <param name="Owner">
/// <c>ConnectionStrings:CleanApiOwner</c>, for migrations; null: the application's, whose connections then switch to the application's role.
/// </param>
/// <param name="EmbeddedDirectory"><c>Embedded:DataDirectory</c>.</param>
public sealed record DatabaseOptions(string? Application, string? Owner, string EmbeddedDirectory)
{
    /// <summary>The name of the setting of <see cref="Application"/>.</summary>
    internal const string ApplicationSetting = "ConnectionStrings__CleanApi";

    /// <summary>The limits of the connections that serve requests.</summary>
    public DatabaseLimits Limits { get; init; } = DatabaseLimits.Default;

    /// <summary>Reads and validates the settings.</summary>
    /// <exception cref="StartException">A setting is invalid; the message names it.</exception>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var (application, owner) = (ConnectionString(configuration, "CleanApi"), ConnectionString(configuration, "CleanApiOwner"));
        if (application is null && owner is not null)
        {
            throw new StartException("ConnectionStrings__CleanApiOwner is set, but ConnectionStrings__CleanApi is not: an empty embedded database would start beside yours. Set both.");
        }

        return new DatabaseOptions(application, owner, Text(configuration["Embedded:DataDirectory"]) ?? Path.Combine(".data", "postgres"))
        {
            Limits = DatabaseLimits.From(configuration),
        };
    }

    /// <summary>The setting that connections as the owner come from, for messages.</summary>
    internal string OwnerSetting => Application is null ? "Embedded__DataDirectory" : Owner is null ? ApplicationSetting : "ConnectionStrings__CleanApiOwner";

    /// <summary>The options of the embedded cluster.</summary>
    internal EmbeddedClusterOptions Embedded => new() { DataDirectory = EmbeddedDirectory };

    private static string? ConnectionString(IConfiguration configuration, string name)
    {
        var text = Text(configuration.GetConnectionString(name));
        try
        {
            // The message must not contain the text, which holds a password.
            return text is null || !string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(text).Host)
                ? text
                : throw new StartException($"ConnectionStrings__{name} names no Host.");
        }
        catch (ArgumentException exception)
        {
            // Not Npgsql's message: of a password with a semicolon, it repeats what follows.
            throw new StartException($"ConnectionStrings__{name} is no connection string of Npgsql, as in: Host=db;Database=cleanapi;Username=cleanapi_app;Password='…' (quote what has a semicolon).", exception);
        }
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
