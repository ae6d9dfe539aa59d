namespace CleanApi.Infrastructure.CommandLine;

/// <summary>What a command works with.</summary>
/// <param name="Services">The program's services; no background service runs.</param>
/// <param name="Arguments">What follows its words.</param>
/// <param name="Output">Results, for programs to read: standard output.</param>
/// <param name="Errors">What went wrong, for people: standard error, where the lines of log go too.</param>
public sealed record CommandRun(IServiceProvider Services, IReadOnlyList<string> Arguments, TextWriter Output, TextWriter Errors);
