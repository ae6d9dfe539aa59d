using CleanApi.Infrastructure.CommandLine;

namespace CleanApi.WebApi.CommandLine;

/// <summary>
/// What the arguments of the program ask for: to serve the API, to carry out a command, or only for an answer about their use. Every word is a command's: one that is
/// none is refused, and never starts a server.
/// </summary>
/// <param name="Settings">The arguments that are settings.</param>
/// <param name="Command">The command; null: none.</param>
/// <param name="Arguments">What follows the command's words, without settings.</param>
/// <param name="Answer">What is answered at once, without settings; null: nothing.</param>
internal sealed record ProgramLine(IReadOnlyList<string> Settings, ProgramCommand? Command, IReadOnlyList<string> Arguments, CommandAnswer? Answer)
{
    private const string Help = "help";

    private static readonly string[] HelpOptions = ["--help", "-h", "-?", "/?"];

    /// <summary>Reads them.</summary>
    public static ProgramLine Read(IReadOnlyList<string> arguments)
    {
        var (settings, words) = Split(arguments);
        return words switch
        {
            [] => new(settings, null, [], null),
            [Help, ..] => Answered(Explain([.. words.Skip(1).Where(word => !IsHelp(word))])),
            _ when CommandTable.Find(words) is { } command => Of(command, settings, words),
            _ when words.Any(IsHelp) => Answered(Explain([.. words.Where(word => !IsHelp(word))])),
            _ => Answered(Unknown(words)),
        };
    }

    // What precedes the first word, and --Name=value behind it. Before it, a name may also be followed by its value, as the framework reads it.
    private static (List<string> Settings, List<string> Words) Split(IReadOnlyList<string> arguments)
    {
        List<string> settings = [], words = [];
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (IsHelp(argument) || (words.Count == 0 ? !IsSetting(argument) : !IsAssignment(argument)))
            {
                words.Add(argument);
                continue;
            }

            settings.Add(argument);
            if (words.Count == 0 && !argument.Contains('=', StringComparison.Ordinal) && index + 1 < arguments.Count)
            {
                settings.Add(arguments[++index]);
            }
        }

        return (settings, words);
    }

    private static ProgramLine Of(ProgramCommand command, List<string> settings, List<string> words)
    {
        var arguments = words.Skip(command.Words.Split(' ').Length).ToList();
        if (arguments.Any(IsHelp))
        {
            return Answered(new(ProgramCommand.Done, CommandHelp.Of(command)));
        }

        // An option of the command, written like a setting.
        foreach (var setting in settings.ToList())
        {
            var parts = setting.Split('=', 2);
            if (command.Options.Contains(parts[0], StringComparer.Ordinal))
            {
                settings.Remove(setting);
                arguments.AddRange(parts);
            }
        }

        return command.Refuse(arguments) is { } wrong
            ? Answered(new(CommandAnswer.WrongUse, $"{wrong}\n{CommandHelp.Of(command)}"))
            : new(settings, command, arguments, null);
    }

    private static CommandAnswer Explain(List<string> about) =>
        about.Count == 0 ? new(ProgramCommand.Done, CommandHelp.OfProgram())
        : CommandTable.Find(about) is { } command ? new(ProgramCommand.Done, CommandHelp.Of(command))
        : CommandTable.Under(about) is { Count: > 0 } some ? new(ProgramCommand.Done, CommandHelp.ListOf(some))
        : Unknown(about);

    private static CommandAnswer Unknown(List<string> words) => CommandTable.Under([words[0]]) is { Count: > 0 } some
        ? new(CommandAnswer.WrongUse, $"{string.Join(' ', words)} is no command.\n{CommandHelp.ListOf(some)}")
        : new(CommandAnswer.WrongUse, $"{words[0]} is no command.\n{CommandHelp.ListOf(CommandTable.All)}");

    private static ProgramLine Answered(CommandAnswer answer) => new([], null, [], answer);

    private static bool IsHelp(string argument) => HelpOptions.Contains(argument, StringComparer.Ordinal);

    private static bool IsSetting(string argument) => argument.StartsWith('-') || argument.StartsWith('/') || argument.Contains('=', StringComparison.Ordinal);

    private static bool IsAssignment(string argument) => argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=', StringComparison.Ordinal);
}
