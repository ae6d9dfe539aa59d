using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>
/// Starts and stops the server through <c>pg_ctl</c>, which runs it in its own process session: Ctrl+C in the terminal reaches only the API, which stops the
/// server after its last request.
/// </summary>
internal sealed class Postmaster(ClusterDirectory directory, PostgresPrograms programs, EmbeddedClusterOptions options, ILogger logger)
{
    private const int RecoverySeconds = 300;
    private const int StopSeconds = 30;
    private const long LogLimitBytes = 8 * 1024 * 1024;

    // Transient failures: another process took the port in between, or processes of a killed server are still ending.
    private static readonly string[] Transient = ["could not bind", "could not create any TCP/IP sockets", "shared memory block"];

    private readonly ResiliencePipeline<ProgramRun> _launch = new ResiliencePipelineBuilder<ProgramRun>()
        .AddRetry(new RetryStrategyOptions<ProgramRun>
        {
            ShouldHandle = new PredicateBuilder<ProgramRun>().HandleResult(run => !run.Succeeded && Transient.Any(run.Output.Contains)),
            MaxRetryAttempts = 8,
            Delay = TimeSpan.FromMilliseconds(25),
            BackoffType = DelayBackoffType.Exponential,
            MaxDelay = TimeSpan.FromSeconds(1),
        })
        .Build();

    public int Port { get; private set; }

    /// <summary>Starts the server on a free port; first stops one that a killed process left behind in this directory.</summary>
    public async Task StartAsync(CancellationToken ct, int? port = null)
    {
        await StopAsync(ct);
        // A file that remains is stale, even if its process id is in use again.
        PostmasterPid.Read(directory.Path)?.Disown();

        if (new FileInfo(directory.ServerLog) is { Exists: true, Length: > LogLimitBytes } log) log.MoveTo(log.FullName + ".1", overwrite: true);

        var run = await _launch.ExecuteAsync(async token => await LaunchAsync(port ?? FreePort(), token), ct);
        run.OrThrow($"Starting PostgreSQL {programs.Major} in {directory.Path} (its log: {directory.ServerLog})");
    }

    /// <summary>Whether the process that the server's file names is there.</summary>
    public bool IsAlive => PostmasterPid.Read(directory.Path)?.HasProcess is true;

    /// <summary>Starts the server again on its port.</summary>
    public Task RestartAsync(CancellationToken ct) => StartAsync(ct, Port);

    /// <summary>Stops the server if it runs. Open transactions are rolled back; a throw-away cluster skips the shutdown checkpoint.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (PostmasterPid.Read(directory.Path) is not { } file || !await file.IsRunningAsync(directory.User, ct)) return;

        var run = await RunStopAsync(options.Durable ? "fast" : "immediate", ct);
        if (!run.Succeeded && await file.IsRunningAsync(directory.User, ct))
        {
            logger.LogWarning(
                "PostgreSQL in {Directory} did not stop in {Seconds} s and is stopped without a checkpoint: {Output}", directory.Path, StopSeconds, run.Output);
            (await RunStopAsync("immediate", ct)).OrThrow($"Stopping PostgreSQL in {directory.Path}");
        }
    }

    private Task<ProgramRun> RunStopAsync(string mode, CancellationToken ct) => directory.User.RunAsync(
        programs.PgCtl, ["stop", "-s", "-w", "-t", StopSeconds.ToString(CultureInfo.InvariantCulture), "-m", mode, "-D", directory.Path], ct);

    private async Task<ProgramRun> LaunchAsync(int port, CancellationToken ct)
    {
        Port = port;
        ClusterSettings.Write(directory.Path, options, Port);
        var logStart = new FileInfo(directory.ServerLog) is { Exists: true } log ? log.Length : 0;
        // pg_ctl has a shell start the server, which would read what stands in -D and -l. A relative path and PGDATA keep the directory's name from it.
        var run = await directory.User.RunAsync(
            programs.PgCtl,
            ["start", "-s", "-w", "-t", RecoverySeconds.ToString(CultureInfo.InvariantCulture), "-l", Path.GetFileName(directory.ServerLog)],
            ct,
            directory.Path);
        return run.Succeeded ? run : run with { Output = run.Output + "\n" + LogSince(logStart) };
    }

    private string LogSince(long start)
    {
        if (!File.Exists(directory.ServerLog)) return string.Empty;
        using var stream = new FileStream(directory.ServerLog, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(start, SeekOrigin.Begin);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
