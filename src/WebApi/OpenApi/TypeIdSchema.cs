using System.Reflection;
using CleanApi.Domain.Common;

namespace CleanApi.WebApi.OpenApi;

/// <summary>What ids look like (TypeID 0.3.0).</summary>
public static class TypeIdSchema
{
    private const string Suffix = "_[0-7][0-9a-hjkmnp-tv-z]{25}$";

    private static readonly Guid ExampleValue = new("01890a5d-ac96-774b-bcce-b302099a8057");

    /// <summary>The pattern of a type of id.</summary>
    public static string Pattern(Type type) => Pattern(Prefix(type));

    /// <summary>The pattern of a prefix.</summary>
    public static string Pattern(string prefix) => $"^{prefix}{Suffix}";

    /// <summary>Whether a pattern is that of ids.</summary>
    public static bool IsPattern(string? pattern) => pattern?.EndsWith(Suffix, StringComparison.Ordinal) == true;

    /// <summary>An id of a type.</summary>
    public static string Example(Type type) => Example(Prefix(type));

    /// <summary>An id with a prefix.</summary>
    public static string Example(string prefix) => TypeId.Format(prefix, ExampleValue);

    /// <summary>An id of a type.</summary>
    public static TId Example<TId>()
        where TId : struct, ITypeId<TId> => TId.From(ExampleValue);

    private static string Prefix(Type type) =>
        (string)(type.GetProperty(nameof(ITypeId<>.Prefix), BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
            ?? throw new InvalidOperationException($"{type.Name} has no prefix."));
}
