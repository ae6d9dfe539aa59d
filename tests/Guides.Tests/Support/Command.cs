using System.Diagnostics;

namespace CleanApi.Guides.Tests.Support;

/// <summary>What a program that ran to its end did.</summary>
/// <param name="Name">The command line.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Lines">What it wrote.</param>
internal sealed record Command(string Name, int ExitCode, IReadOnlyList<string> Lines)
{
    private const int ShownLines = 60;

    private static readonly string[] NotInherited = ["MSBUILD", "VSTEST"];

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs a program and waits for its end. It and its children are killed when they take too long.</summary>
    /// <exception cref="TimeoutException">It took longer than eight minutes.</exception>
    public static async Task<Command> RunAsync(string directory, string program, params string[] arguments)
    {
        var lines = new List<string>();
        var name = $"{program} {string.Join(' ', arguments)}";
        using var process = new Process { StartInfo = StartInfo(directory, program, arguments) };
        process.OutputDataReceived += (_, line) => Add(lines, line.Data);
        process.ErrorDataReceived += (_, line) => Add(lines, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"{name} takes longer than {Limit}:\n{Tail(lines)}", exception);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return new Command(name, process.ExitCode, lines);
    }

    /// <summary>The command, its exit code and its last lines.</summary>
    public override string ToString() => $"{Name} ended with exit code {ExitCode}:\n{Tail(Lines)}";

    private static ProcessStartInfo StartInfo(string directory, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // What the runner of these tests was told about its own build is not meant for another one.
        foreach (var variable in start.Environment.Keys.Where(IsOfTheRunner).ToList())
        {
            start.Environment.Remove(variable);
        }

        // A node that outlives the build would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["CLEANAPI_UPDATE_DOCS"] = "1";
        return start;
    }

    private static bool IsOfTheRunner(string variable) => Array.Exists(NotInherited, prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static void Add(List<string> lines, string? line)
    {
        if (line is not null)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }

    private static string Tail(List<string> lines)
    {
        lock (lines)
        {
            return Tail((IReadOnlyList<string>)[.. lines]);
        }
    }

    private static string Tail(IReadOnlyList<string> lines) => string.Join('\n', lines.TakeLast(ShownLines));
}
