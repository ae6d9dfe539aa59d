using System.Globalization;
using System.Text;
using CleanApi.Infrastructure.CommandLine;

namespace CleanApi.WebApi.CommandLine;

/// <summary>What the program says about its own use.</summary>
internal static class CommandHelp
{
    private const string Program = "dotnet CleanApi.WebApi.dll";

    /// <summary>How the program and each of its commands are called.</summary>
    public static string OfProgram() =>
        $"""
        Usage: {Program} [SETTING…]                        serves the API
               {Program} COMMAND [ARGUMENT…] [SETTING…]    carries out a command, and ends
               {Program} help [COMMAND]

        {ListOf(CommandTable.All)}

        A setting is --Name=value, such as --Urls=http://127.0.0.1:8080, or an environment variable (docs/guides/operate.md). Results are on standard output, lines of log
        on standard error. Exit codes: 0 done, 1 not done, 2 wrong use.
        """;

    /// <summary>How a command is called.</summary>
    public static string Of(ProgramCommand command) => $"Usage: {Program} {Call(command)}\n\n{command.Summary}";

    /// <summary>How some commands are called, a line each.</summary>
    public static string ListOf(IReadOnlyList<ProgramCommand> commands)
    {
        var width = commands.Max(command => Call(command).Length);
        var list = new StringBuilder("Commands:");
        foreach (var command in commands)
        {
            list.Append(CultureInfo.InvariantCulture, $"\n  {Call(command).PadRight(width)}  {command.Summary}");
        }

        return list.ToString();
    }

    private static string Call(ProgramCommand command) => $"{command.Words} {command.Arguments}".TrimEnd();
}
