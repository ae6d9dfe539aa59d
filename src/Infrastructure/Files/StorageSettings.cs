using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Files;

/// <summary>Where files are, and how much an organization can have.</summary>
/// <param name="Root">The directory, absolute.</param>
/// <param name="Quota">Bytes of an organization's files together.</param>
internal sealed record StorageSettings(string Root, long Quota)
{
    private const int DefaultMegabytes = 1024;
    private const int MaxMegabytes = 1024 * 1024;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static StorageSettings Read(IConfiguration configuration) => new(
        string.IsNullOrWhiteSpace(configuration["Storage:Root"]) ? BesideTheDatabase(configuration) : Path.GetFullPath(configuration["Storage:Root"]!),
        (configuration.ReadNumber("Storage:QuotaMegabytes", 1, MaxMegabytes) ?? DefaultMegabytes) * 1024L * 1024L);

    private static string BesideTheDatabase(IConfiguration configuration) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(DatabaseOptions.From(configuration).EmbeddedDirectory)) ?? "", "files");
}
