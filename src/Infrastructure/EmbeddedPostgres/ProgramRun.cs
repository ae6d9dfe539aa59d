using System.ComponentModel;
using System.Diagnostics;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>The exit code and the output of a finished program.</summary>
internal sealed record ProgramRun(string Program, int ExitCode, string Output)
{
    private const int NotFound = 127;

    public bool Succeeded => ExitCode == 0;

    /// <summary>Runs a program without a terminal. A missing program returns exit code 127, as in a shell.</summary>
    /// <param name="program">Its path or name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="ct">Kills it.</param>
    /// <param name="dataDirectory">The working directory and <c>PGDATA</c>; null: neither is needed.</param>
    public static async Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct, string? dataDirectory = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // PostgreSQL's programs change back to the working directory, which another user may not be able to enter.
            WorkingDirectory = dataDirectory ?? Path.GetPathRoot(Environment.CurrentDirectory),
        };
        start.Environment["LC_ALL"] = "C";
        if (dataDirectory is not null) start.Environment["PGDATA"] = dataDirectory;

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            return new ProgramRun(program, NotFound, exception.Message);
        }

        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await Task.WhenAll(output, errors);
            await process.WaitForExitAsync(ct);
            return new ProgramRun(program, process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Throws with the program's output when it failed.</summary>
    public ProgramRun OrThrow(string attempt) =>
        Succeeded ? this : throw new EmbeddedPostgresException($"{attempt} failed: {Program} ended with exit code {ExitCode}. {Output}");
}
