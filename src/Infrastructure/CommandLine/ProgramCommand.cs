namespace CleanApi.Infrastructure.CommandLine;

/// <summary>
/// A command of the program: <c>dotnet CleanApi.WebApi.dll outbox list</c>. One class a command, with a constructor that takes nothing; a scan of the assemblies of
/// Infrastructure and WebApi finds it. Its arguments are checked before settings are read, so that help and refusals need none.
/// </summary>
public abstract class ProgramCommand
{
    /// <summary>The exit code of a command that has done all that was asked.</summary>
    public const int Done = 0;

    /// <summary>The exit code of one that has not.</summary>
    public const int Failed = 1;

    /// <summary>The words that call it: <c>outbox list</c>.</summary>
    public abstract string Words { get; }

    /// <summary>What follows the words, for the usage text: <c>DELIVERY… | all</c>.</summary>
    public virtual string Arguments => "";

    /// <summary>What it does, in one line for the list of commands.</summary>
    public abstract string Summary { get; }

    /// <summary>The options that take a value: <c>--handler</c>. They come as two arguments, whether they were written <c>--handler NAME</c> or <c>--handler=NAME</c>.</summary>
    public virtual IReadOnlyList<string> Options => [];

    /// <summary>What is wrong with the arguments, as a sentence that names the one; null: nothing.</summary>
    public virtual string? Refuse(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return arguments.Count == 0 ? null : $"{arguments[0]} is not expected.";
    }

    /// <summary>Does it. The database is started and migrated; nothing else of the program runs.</summary>
    /// <returns>The exit code: <see cref="Done"/> or <see cref="Failed"/>.</returns>
    public abstract Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken);
}
