using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace CleanApi.Application.Common.Json;

/// <summary>The public names of an enum's values: UPPER_SNAKE_CASE, case-sensitive.</summary>
public sealed class EnumNames
{
    private static readonly ConcurrentDictionary<Type, EnumNames> Known = new();

    private readonly FrozenDictionary<string, object> values;

    private EnumNames(Type type)
    {
        Names = [.. Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName)];
        values = Enum.GetNames(type).Zip(Names).ToFrozenDictionary(pair => pair.Second, pair => Enum.Parse(type, pair.First), StringComparer.Ordinal);
        Message = $"Must be one of {string.Join(", ", Names)}";
    }

    /// <summary>The names, in the order of declaration.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The error message for any other value.</summary>
    public string Message { get; }

    /// <summary>Returns the names of an enum.</summary>
    public static EnumNames Of(Type type) => Known.GetOrAdd(type, static key => new EnumNames(key));

    /// <summary>Returns the value of a name; null when there is none.</summary>
    public object? Find(string name) => values.GetValueOrDefault(name);
}
