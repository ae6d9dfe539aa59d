using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Files;

/// <summary>The clamd that scans uploads: <c>Storage:ClamAv:Host</c> and <c>Storage:ClamAv:Port</c>.</summary>
/// <param name="Host">Its name or address; null: there is none.</param>
/// <param name="Port">Its TCP port.</param>
internal sealed record ClamAvSettings(string? Host, int Port)
{
    private const string Key = "Storage:ClamAv:Host";
    private const int DefaultPort = 3310;
    private const int MaxPort = 65535;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static ClamAvSettings Read(IConfiguration configuration)
    {
        var host = string.IsNullOrWhiteSpace(configuration[Key]) ? null : configuration[Key]!.Trim();
        return host is null || Uri.CheckHostName(host) != UriHostNameType.Unknown
            ? new ClamAvSettings(host, configuration.ReadNumber("Storage:ClamAv:Port", 1, MaxPort) ?? DefaultPort)
            : throw new StartException($"{SettingName.Shown(Key)} has to be the name or the address of a host, without a port.");
    }
}
