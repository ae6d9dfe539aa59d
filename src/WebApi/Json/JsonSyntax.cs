using System.Text.Json;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Json;

/// <summary>Checks a document's syntax only: after deserialization has failed, or when an escape could contain an unpaired surrogate.</summary>
internal static class JsonSyntax
{
    // Deeper than allowed, so that our error reports the depth and not the reader's.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonSetup.MaxDepth + 2, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Requires RFC 8259 with unique names per object and valid Unicode.</summary>
    /// <exception cref="MalformedRequestError">The document is malformed.</exception>
    public static void Require(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        var names = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                Inspect(ref reader, names, json);
            }
        }
        catch (JsonException exception)
        {
            var place = $"line {exception.LineNumber + 1}, position {exception.BytePositionInLine + 1}";
            throw new MalformedRequestError($"The body is not well-formed JSON: {place}", exception);
        }
    }

    private static void Inspect(ref Utf8JsonReader reader, Stack<HashSet<string>> names, ReadOnlySpan<byte> json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= JsonSetup.MaxDepth:
                throw new MalformedRequestError($"The body is nested more than {JsonSetup.MaxDepth} levels deep");
            case JsonTokenType.StartObject:
                names.Push(new HashSet<string>(StringComparer.Ordinal));
                break;
            case JsonTokenType.EndObject:
                names.Pop();
                break;
            case JsonTokenType.PropertyName when Text(ref reader, json) is var name && !names.Peek().Add(name):
                throw new MalformedRequestError($"The body has a field twice: {ShownName.Of(name)}");
            case JsonTokenType.String when reader.ValueIsEscaped:
                Text(ref reader, json);
                break;
        }
    }

    private static string Text(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            var line = json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
            throw new MalformedRequestError($"The body has a \\u escape in line {line} that is half of a surrogate pair", exception);
        }
    }
}
