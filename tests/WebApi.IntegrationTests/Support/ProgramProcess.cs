using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>The program as an operator starts it: a process of its own, with environment variables.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> results = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cleanapi-program-");

    private ProgramProcess(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        // The embedded server's user has to get through, where root runs the tests.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Auth__KeyEncryptionKey"] = TestCluster.KeyEncryptionKey;
        start.Environment["RateLimiting__Enabled"] = "false";
        start.Environment["Shutdown__DrainSeconds"] = "0";
        start.Environment["Auth__Issuer"] = ApiFactory.Issuer;
        start.Environment["AllowedHosts"] = "*";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data, results);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has written so far, line by line.</summary>
    public IReadOnlyList<string> Lines => [.. output];

    /// <summary>What of that was on standard output.</summary>
    public IReadOnlyList<string> Results => [.. results];

    /// <summary>Its working directory.</summary>
    public string Folder => folder.FullName;

    /// <summary>Starts it.</summary>
    public static ProgramProcess Start(params (string Name, string Value)[] environment) => new([], environment);

    /// <summary>Starts it with arguments.</summary>
    public static ProgramProcess Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment) => new(arguments, environment);

    /// <summary>Waits until it ends by itself, and returns its exit code.</summary>
    public async Task<int> ExitAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(deadline.Token);
        return process.ExitCode;
    }

    /// <summary>Waits until an address answers with a status.</summary>
    public async Task AnswersAsync(string address, int status)
    {
        using var client = new HttpClient();
        await Http.Probe.UntilAsync($"{address} answers {status}: {string.Join('\n', Lines)}", async () =>
        {
            try
            {
                using var response = await client.GetAsync(address);
                return (int)response.StatusCode == status;
            }
            catch (Exception exception) when (exception is HttpRequestException or SocketException)
            {
                return process.HasExited ? throw new InvalidOperationException($"The program has ended: {string.Join('\n', Lines)}", exception) : false;
            }
        });
    }

    /// <summary>Asks it to end, as a supervisor does (SIGTERM).</summary>
    public void Terminate()
    {
        using var terminate = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        terminate.WaitForExit();
    }

    /// <summary>Kills it.</summary>
    public Task KillAsync()
    {
        process.Kill();
        return process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // So that an embedded server is stopped.
            Terminate();
            await ExitAsync();
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private void Keep(string? line, ConcurrentQueue<string>? more = null)
    {
        if (!string.IsNullOrEmpty(line))
        {
            output.Enqueue(line);
            more?.Enqueue(line);
        }
    }
}
