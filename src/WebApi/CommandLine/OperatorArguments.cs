namespace CleanApi.WebApi.CommandLine;

/// <summary>What follows the words of a command of the operator.</summary>
/// <param name="Words">What it is about.</param>
/// <param name="Values">The options that have a value: <c>--name</c> and what it is.</param>
/// <param name="IsJson">Whether the result is to be as REST has it.</param>
internal sealed record OperatorArguments(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Values, bool IsJson)
{
    /// <summary>The option that asks for JSON.</summary>
    public const string Json = "--json";

    /// <summary>Reads them.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="options">The options that take a value.</param>
    /// <param name="wrong">What is wrong with one of them; null: nothing.</param>
    public static OperatorArguments Read(IReadOnlyList<string> arguments, IReadOnlyList<string> options, out string? wrong)
    {
        wrong = null;
        var (words, values, isJson) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal), false);
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument == Json)
            {
                isJson = true;
            }
            else if (!options.Contains(argument, StringComparer.Ordinal))
            {
                words.Add(argument);
            }
            else if (index + 1 == arguments.Count)
            {
                wrong ??= $"{argument} needs a value.";
            }
            else if (!values.TryAdd(argument, arguments[++index]))
            {
                wrong ??= $"{argument} is given twice.";
            }
        }

        wrong ??= words.Find(word => word.StartsWith('-')) is { } unknown ? $"{unknown} is not expected." : null;
        return new(words, values, isJson);
    }

    /// <summary>The value of an option; null: not given.</summary>
    public string? Value(string option) => Values.GetValueOrDefault(option);
}
