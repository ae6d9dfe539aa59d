using System.Reflection;
using CleanApi.Infrastructure.CommandLine;

namespace CleanApi.WebApi.CommandLine;

/// <summary>All commands of the program.</summary>
internal static class CommandTable
{
    private static readonly Assembly[] Assemblies = [typeof(ProgramCommand).Assembly, typeof(CommandTable).Assembly];

    /// <summary>In the order of their words.</summary>
    public static IReadOnlyList<ProgramCommand> All { get; } =
    [
        .. Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(ProgramCommand)) && !type.IsAbstract)
            .Select(type => (ProgramCommand)Activator.CreateInstance(type)!).OrderBy(command => command.Words, StringComparer.Ordinal),
    ];

    /// <summary>The command whose words these begin with; null: none.</summary>
    public static ProgramCommand? Find(IReadOnlyList<string> words) =>
        All.Where(command => BeginsWith(words, command.Words.Split(' '))).MaxBy(command => command.Words.Length);

    /// <summary>Those whose words begin with these.</summary>
    public static IReadOnlyList<ProgramCommand> Under(IReadOnlyList<string> words) => [.. All.Where(command => BeginsWith(command.Words.Split(' '), words))];

    private static bool BeginsWith(IReadOnlyList<string> words, IReadOnlyList<string> first) => words.Take(first.Count).SequenceEqual(first, StringComparer.Ordinal);
}
