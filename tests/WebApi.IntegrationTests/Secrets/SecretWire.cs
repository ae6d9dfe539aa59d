using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>Every secret that has gone over the wire, in whichever direction: found by its form, or by the name of its field.</summary>
public sealed partial class SecretWire
{
    private static readonly (string Kind, Regex Form)[] Forms =
    [
        ("access token", AccessToken()), ("refresh token", RefreshToken()), ("one-time token", OneTimeToken()), ("API key", ApiKey()),
        ("recovery code", RecoveryCode()),
    ];

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> secrets = new(StringComparer.Ordinal);

    private ConcurrentDictionary<string, bool> heard = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IEnumerable<string> All => secrets.Values.SelectMany(kind => kind.Keys);

    /// <summary>The kinds that were heard since it was asked last.</summary>
    public IReadOnlyCollection<string> TakeKinds() => [.. Interlocked.Exchange(ref heard, new(StringComparer.Ordinal)).Keys];

    /// <summary>Finds the secrets in an address, a header or a body.</summary>
    public void Read(string? text)
    {
        foreach (var (kind, form) in Forms)
        {
            foreach (Match match in form.Matches(text ?? ""))
            {
                Add(kind, match.Value);
            }
        }

        ReadPairs(text);
        if (text is ['{', ..])
        {
            using var document = JsonDocument.Parse(text);
            Read(document.RootElement, "");
        }
    }

    private void Read(JsonElement element, string name)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Read(member.Value, member.Name);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Read(item, name);
                }

                break;
            // Such as the address of a provider, with all that is sent there.
            case JsonValueKind.String when element.GetString() is { } address && address.Contains("://", StringComparison.Ordinal):
                ReadPairs(address);
                break;

            // A code of six digits is in any long number; what it is made from is looked for.
            case JsonValueKind.String when element.GetString() is { Length: >= 8 } value && Field().Match(name) is { Success: true } field:
                Add(field.Value.ToLowerInvariant(), value);
                break;
        }
    }

    // Of a query, a form or a cookie.
    private void ReadPairs(string? text)
    {
        foreach (Match pair in Pair().Matches(text ?? ""))
        {
            Add(pair.Groups["name"].Value, WebUtility.UrlDecode(pair.Groups["value"].Value));
        }
    }

    private void Add(string kind, string secret)
    {
        heard.TryAdd(kind, true);
        secrets.GetOrAdd(kind, _ => new(StringComparer.Ordinal)).TryAdd(secret, true);
    }

    [GeneratedRegex(@"\beyJ[\w-]+\.[\w-]+\.[\w-]+", RegexOptions.None, 1000)]
    private static partial Regex AccessToken();

    [GeneratedRegex(@"\brt_[\w-]{43}", RegexOptions.None, 1000)]
    private static partial Regex RefreshToken();

    [GeneratedRegex(@"\btok_[\w-]{43}", RegexOptions.None, 1000)]
    private static partial Regex OneTimeToken();

    [GeneratedRegex(@"\bsk_(live|test)_[\w-]{32}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ApiKey();

    [GeneratedRegex(@"(?<![\w-])[0-9a-z]{4}(-[0-9a-z]{4}){3}(?![\w-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RecoveryCode();

    // The code of the error page tells everybody why, and is none of these.
    [GeneratedRegex(
        @"(?<![\w-]|/auth/error\?)(?<name>code|state|nonce|code_verifier|client_secret|external_signin|secret)=(?<value>[^&;\s""']{8,})",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Pair();

    [GeneratedRegex("(password|secret|challenge|access_token)(?=s?$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
