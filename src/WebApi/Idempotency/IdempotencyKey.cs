using System.Text;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Domain.Errors;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.Idempotency;

/// <summary>
/// The value of <c>Idempotency-Key</c>: a String of structured fields (RFC 9651, section 3.3.3), as the draft has it, or the same without quotes, as most clients send
/// it. 1 to 255 printable ASCII characters.
/// </summary>
internal static class IdempotencyKey
{
    private const int MaxLength = 255;
    private const char Quote = '"';
    private const char Escape = '\\';

    /// <summary>Reads it; null where it was not sent.</summary>
    /// <exception cref="MalformedRequestError">It has another form, or was sent twice.</exception>
    public static string? Read(IHeaderDictionary headers)
    {
        var sent = headers[IdempotentRequest.Header];
        return sent.Count == 0 ? null : Parse(sent) ?? throw new MalformedRequestError(
            $"{IdempotentRequest.Header} must be one key of 1 to {MaxLength} printable ASCII characters, with or without quotes around it");
    }

    private static string? Parse(StringValues sent) =>
        sent is not [{ } value] ? null
        : (value.StartsWith(Quote) ? Unquote(value) : value) is { Length: >= 1 and <= MaxLength } key && key.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? key
        : null;

    private static string? Unquote(string value)
    {
        var key = new StringBuilder(value.Length);
        for (var i = 1; i < value.Length; i++)
        {
            switch (value[i])
            {
                case Quote:
                    return i == value.Length - 1 ? key.ToString() : null;
                case Escape when i + 1 < value.Length && value[i + 1] is Quote or Escape:
                    key.Append(value[++i]);
                    break;
                case Escape:
                    return null;
                default:
                    key.Append(value[i]);
                    break;
            }
        }

        return null;
    }
}
