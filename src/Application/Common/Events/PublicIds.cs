using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Events;

/// <summary>The public ids of what is stored as its kind and its UUID.</summary>
public static class PublicIds
{
    private static readonly FrozenDictionary<string, string> Prefixes = typeof(IdPrefixAttribute).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(IdPrefixAttribute), inherit: false))
        .ToFrozenDictionary(TypeOf, type => type.GetCustomAttribute<IdPrefixAttribute>()!.Prefix, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Types = Prefixes.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The kind of an entity: <c>api_key</c>.</summary>
    public static string TypeOf(Type entity) => JsonNamingPolicy.SnakeCaseLower.ConvertName(entity.Name);

    /// <summary>The public id; the UUID alone for a kind that there is no more.</summary>
    public static string Format(string type, Guid id) => Prefixes.TryGetValue(type, out var prefix) ? TypeId.Format(prefix, id) : id.ToString("D");

    /// <summary>Reads a public id of any kind.</summary>
    public static bool TryParse(string text, out string type, out Guid id)
    {
        type = "";
        if (!TypeId.TryParse(text, out var prefix, out id) || !Types.TryGetValue(prefix, out var known))
        {
            return false;
        }

        type = known;
        return true;
    }
}
