using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CleanApi.Infrastructure.Persistence.Conversion;

/// <summary>An enumeration as <c>text</c>, in the words of the API: <c>ADMIN</c>.</summary>
internal sealed class EnumConverter<TEnum>() : ValueConverter<TEnum, string>(value => NameOf(value), text => ValueOf(text))
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Names =
        Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, TEnum> Values = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    private static string NameOf(TEnum value) => Names[value];

    private static TEnum ValueOf(string text) => Values[text];
}
