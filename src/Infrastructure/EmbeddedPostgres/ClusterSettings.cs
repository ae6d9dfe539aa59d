using System.Globalization;
using System.Text;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>The server settings of one start, in a file that <c>postgresql.conf</c> includes.</summary>
internal static class ClusterSettings
{
    public const string FileName = "cleanapi.conf";

    private const UnixFileMode ReadableByServer =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Replaces the file, which contains no secrets.</summary>
    public static void Write(string dataDirectory, EmbeddedClusterOptions options, int port)
    {
        var text = new StringBuilder("# Written anew at every start; use the embedded cluster's options or ALTER SYSTEM.\n");
        foreach (var (name, value) in For(options, port))
            text.Append(CultureInfo.InvariantCulture, $"{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'\n");

        var path = Path.Combine(dataDirectory, FileName);
        var draft = path + ".new";
        File.WriteAllText(draft, text.ToString());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, ReadableByServer);
        File.Move(draft, path, overwrite: true);
    }

    private static Dictionary<string, string> For(EmbeddedClusterOptions options, int port)
    {
        var durable = options.Durable ? "on" : "off";
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["max_connections"] = options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["fsync"] = durable,
            ["synchronous_commit"] = durable,
            ["full_page_writes"] = durable,
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["log_checkpoints"] = "off",
            ["log_line_prefix"] = "%m [%p] %u@%d ",
        };
        foreach (var (name, value) in options.Settings) settings[name] = value;

        // TCP on loopback rather than a Unix socket: the same on every platform, no limit of 107 bytes on the path, and usable by every developer tool. The
        // random password (SCRAM) keeps other users of the machine out.
        settings["listen_addresses"] = "127.0.0.1";
        settings["unix_socket_directories"] = string.Empty;
        settings["port"] = port.ToString(CultureInfo.InvariantCulture);
        return settings;
    }
}
