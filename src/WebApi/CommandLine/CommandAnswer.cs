namespace CleanApi.WebApi.CommandLine;

/// <summary>An answer about the use of the program, which needs no settings.</summary>
/// <param name="ExitCode">0 where somebody has asked for it.</param>
/// <param name="Text">Lines.</param>
internal sealed record CommandAnswer(int ExitCode, string Text)
{
    /// <summary>The exit code of arguments that make no sense.</summary>
    public const int WrongUse = 2;

    /// <summary>Tells it: help on standard output, a refusal on standard error.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TellAsync()
    {
        await (ExitCode == 0 ? Console.Out : Console.Error).WriteLineAsync(Text);
        return ExitCode;
    }
}
