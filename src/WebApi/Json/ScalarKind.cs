namespace CleanApi.WebApi.Json;

/// <summary>The JSON type of a single value.</summary>
internal enum ScalarKind
{
    Text,
    Number,
    Boolean,
}
