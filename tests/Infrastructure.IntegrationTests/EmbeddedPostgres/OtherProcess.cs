using System.Diagnostics;

namespace CleanApi.Infrastructure.IntegrationTests.EmbeddedPostgres;

/// <summary>Another process with its own cluster.</summary>
public sealed class OtherProcess : IDisposable
{
    private readonly Process _process;

    private OtherProcess(Process process, string firstLine)
    {
        _process = process;
        FirstLine = firstLine;
    }

    /// <summary>The cluster's port, or the error.</summary>
    public string FirstLine { get; }

    public static async Task<OtherProcess> StartAsync(string dataDirectory, bool durable)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, dataDirectory, durable.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        return new OtherProcess(process, await process.StandardOutput.ReadLineAsync() ?? string.Empty);
    }

    /// <summary>Kills the process like <c>kill -9</c>; PostgreSQL keeps running.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Lets the process exit cleanly and returns its exit code.</summary>
    public async Task<int> FinishAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
