using System.Diagnostics;
using Npgsql;

namespace CleanApi.FaultInjection.Tests.Support;

/// <summary>A program that an operator runs against a server.</summary>
internal static class Tool
{
    private const string Marker = "Directory.Packages.props";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="connection">To which server, and as whom.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>Its exit code, and what it has written.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, string connection, params string[] arguments)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = $"{server.Port}";
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var deadline = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(deadline.Token);
        return (process.ExitCode, string.Concat(await output));
    }

    /// <summary>The path of a script of the repository.</summary>
    public static string Script(string name) => Path.Combine(Root(AppContext.BaseDirectory), "ops", name);

    private static string Root(string directory) => File.Exists(Path.Combine(directory, Marker)) ? directory : Root(Path.GetDirectoryName(directory)!);
}
