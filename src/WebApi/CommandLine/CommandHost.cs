using System.Runtime.InteropServices;
using CleanApi.Infrastructure.CommandLine;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Logging.Console;

namespace CleanApi.WebApi.CommandLine;

/// <summary>Carries a command out in the program that is built like one that serves, but does not start.</summary>
internal static class CommandHost
{
    /// <summary>Leaves standard output to results: lines of log go to standard error.</summary>
    public static void AddCommandLine(this IServiceCollection services) =>
        services.PostConfigure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);

    /// <summary>Starts the database, and runs the command until it is done or the program is asked to end (SIGTERM, Ctrl+C).</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(ProgramCommand command, IReadOnlyList<string> arguments, WebApplication app)
    {
        await using var program = app;
        using var stop = new CancellationTokenSource();
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        try
        {
            await app.Services.GetRequiredService<Database>().StartAsync(stop.Token);
            return await command.RunAsync(new CommandRun(app.Services, arguments, Console.Out, Console.Error), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"{command.Words} was stopped before it was done.");
            return ProgramCommand.Failed;
        }

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
