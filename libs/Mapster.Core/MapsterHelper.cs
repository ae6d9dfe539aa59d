namespace Mapster.Utils;

/// <summary>What compiled mappings call. Mapster finds the methods by name, and by the type of their first parameter, at run time.</summary>
public static class MapsterHelper
{
    /// <summary>The name as it is.</summary>
    public static readonly Func<string, string> Identity = NameHelper.Identity;

    /// <summary>UpperCamelCase.</summary>
    public static readonly Func<string, string> PascalCase = NameHelper.PascalCase;

    /// <summary>lowerCamelCase.</summary>
    public static readonly Func<string, string> CamelCase = NameHelper.CamelCase;

    /// <summary>All in lower case.</summary>
    public static readonly Func<string, string> LowerCase = NameHelper.LowerCase;

    /// <summary>The key's value, or the type's default.</summary>
    public static U GetValueOrDefault<T, U>(IDictionary<T, U> dict, T key) => dict.TryGetValue(key, out var value) ? value : default!;

    /// <inheritdoc cref="GetValueOrDefault{T,U}(IDictionary{T,U},T)"/>
    public static U GetValueOrDefault<T, U>(IReadOnlyDictionary<T, U> dict, T key) => dict.TryGetValue(key, out var value) ? value : default!;

    /// <summary>The value of the first key that converts to the one given, or the type's default.</summary>
    public static U FlexibleGet<U>(IDictionary<string, U> dict, string key, Func<string, string> keyConverter) =>
        dict.FirstOrDefault(entry => keyConverter(entry.Key) == key).Value;

    /// <inheritdoc cref="FlexibleGet{U}(IDictionary{string,U},string,Func{string,string})"/>
    public static U FlexibleGet<U>(IReadOnlyDictionary<string, U> dict, string key, Func<string, string> keyConverter) =>
        dict.FirstOrDefault(entry => keyConverter(entry.Key) == key).Value;

    /// <summary>Sets the value of the first key that converts to the one given, or adds it under that.</summary>
    public static void FlexibleSet<U>(IDictionary<string, U> dict, string key, Func<string, string> keyConverter, U value) =>
        dict[dict.Keys.FirstOrDefault(candidate => keyConverter(candidate) == key) ?? key] = value;

    /// <summary>The items, behind an object that cannot be cast back to the collection they are in.</summary>
    public static IEnumerable<T> ToEnumerable<T>(IEnumerable<T> source)
    {
        foreach (var item in source)
            yield return item;
    }
}
