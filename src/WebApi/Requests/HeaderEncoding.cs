using System.Text;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// Reads the values of request headers: UTF-8, and bytes that are none of it as U+FFFD, because they are opaque (RFC 9110, section 5.5). Kestrel's own reading
/// refuses the whole request, before it has an id.
/// </summary>
internal static class HeaderEncoding
{
    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>For every header.</summary>
    public static Encoding? Select(string name) => Lenient;
}
