using System.Buffers;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.Requests;

/// <summary>Reads the client's correlation id.</summary>
internal static class CorrelationIds
{
    private const int MaxLength = 128;

    private static readonly SearchValues<char> Safe = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>
    /// Returns X-Correlation-ID, else X-Request-ID; null unless it is a single value of 1 to 128 letters, digits, dots, underscores and hyphens.
    /// </summary>
    public static string? Read(IHeaderDictionary headers) => Checked(headers[HttpHeaders.CorrelationId]) ?? Checked(headers[HttpHeaders.RequestId]);

    private static string? Checked(StringValues values) =>
        values is [{ Length: > 0 and <= MaxLength } value] && !value.AsSpan().ContainsAnyExcept(Safe) ? value : null;
}
