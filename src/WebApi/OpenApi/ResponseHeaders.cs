using System.Text.Json.Nodes;
using CleanApi.WebApi.RateLimits;
using CleanApi.WebApi.Requests;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Every response header, described once.</summary>
internal static class ResponseHeaders
{
    /// <summary>The entity tag where it is not always there.</summary>
    public const string TagUnlessEmbedding = "ETag.embedding";

    /// <summary>The entity tag of the bytes of a file.</summary>
    public const string TagOfFile = "ETag.file";

    /// <summary>Where a redirect leads.</summary>
    public const string LocationOfRedirect = "Location.redirect";

    /// <summary>How to authenticate where an API key lacks a scope.</summary>
    public const string ChallengeOfScope = "WWW-Authenticate.scope";

    /// <summary>The media types of a PATCH (RFC 5789, section 2.2).</summary>
    public const string AcceptPatch = "Accept-Patch";

    /// <summary>The media types of a POST.</summary>
    public const string AcceptPost = "Accept-Post";

    /// <summary>How long to wait for a request with the same key.</summary>
    public const string RetryAfterProgress = "Retry-After.progress";

    private const string Identifier = "[A-Za-z0-9._-]{1,128}";

    /// <summary>On every response.</summary>
    public static readonly IReadOnlyList<string> Everywhere =
    [
        "X-Request-ID", "X-Correlation-ID", "X-Response-Time", "Cache-Control", "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "X-XSS-Protection",
        "Referrer-Policy", "Permissions-Policy", "Strict-Transport-Security",
    ];

    /// <summary>Headers by name, in the order of the document.</summary>
    public static readonly IReadOnlyDictionary<string, OpenApiHeader> All = new SortedDictionary<string, OpenApiHeader>(StringComparer.Ordinal)
    {
        ["X-Request-ID"] = Sent("Our id of the request: the same in the body, the logs and the audit log.", TypeIdSchema.Example("req"), TypeIdSchema.Pattern("req")),
        ["X-Correlation-ID"] = Maybe("The id that the client gave the request, where it gave one that is safe to log.", "checkout-4711", $"^{Identifier}$"),
        ["X-Response-Time"] = Sent("How long the server took, in whole milliseconds.", "12ms", "^[0-9]+ms$"),
        ["Cache-Control"] = Sent("Who may keep the answer, and how long (RFC 9111).", "no-store"),
        ["Content-Security-Policy"] = Sent("What a browser may load and run for the answer: nothing, unless it is a page.", "default-src 'none'; frame-ancestors 'none'"),
        ["X-Content-Type-Options"] = Fixed("The Content-Type is right: nobody need guess.", "nosniff"),
        ["X-Frame-Options"] = Fixed("Nobody frames the answer.", "DENY"),
        ["X-XSS-Protection"] = Sent("For old browsers.", "1; mode=block"),
        ["Referrer-Policy"] = Fixed("What a browser tells the next site of this address.", "strict-origin-when-cross-origin"),
        ["Permissions-Policy"] = Fixed("What a page may use of the device: nothing.", "camera=(), microphone=(), geolocation=()"),
        ["Strict-Transport-Security"] = Maybe("Everywhere but in development: only over TLS from now on (RFC 6797).", "max-age=31536000; includeSubDomains; preload"),
        ["ETag"] = Sent("The version of the resource; for If-Match and If-None-Match (RFC 9110, section 8.8.3).", "\"3\"", "^\"[0-9]+\"$"),
        [TagUnlessEmbedding] = Maybe(
            "The version of the resource; left out with `include`, since what is embedded changes without the resource (RFC 9110, section 8.8.3).", "\"3\"", "^\"[0-9]+\"$"),
        [TagOfFile] = Sent("The SHA-256 of the bytes, which never change (RFC 9110, section 8.8.3).", $"\"{new string('0', 64)}\"", "^\"[0-9a-f]{64}\"$"),
        ["Accept-Ranges"] = Maybe("That a part can be asked for (RFC 9110, section 14.3).", "bytes"),
        ["Content-Disposition"] = Maybe("That the file is to be saved, and under which name (RFC 6266).", "attachment; filename=report.pdf; filename*=UTF-8''report.pdf"),
        ["Content-Range"] = Sent("Which bytes these are, and of how many (RFC 9110, section 14.4).", "bytes 0-1023/146515"),
        ["Accept"] = Maybe("The media types that the body of a PUT or DELETE may have (RFC 9110, section 15.5.16).", "application/json"),
        ["Accept-Encoding"] = Maybe("That the body has to be sent without a Content-Encoding (RFC 9110, section 15.5.16).", "identity"),
        [AcceptPatch] = Maybe("The media types that the body of a PATCH may have (RFC 5789, section 2.2).", "application/merge-patch+json, application/json"),
        [AcceptPost] = Maybe("The media types that the body of a POST may have.", "application/json"),
        ["Location"] = Sent("Where the new resource is; relative.", "/api/v1/users/" + TypeIdSchema.Example("usr")),
        ["Link"] = Sent(
            "The first page and, where they exist, the previous, next and last one (RFC 8288); the same as `links`.", "</api/v1/users?limit=1>; rel=\"first\", </api/v1/users?limit=1&cursor=AQIDBA>; rel=\"next\""),
        [LocationOfRedirect] = Sent("Where to go on.", "/auth/signed-in"),
        ["Retry-After"] = Sent("Seconds to wait before the next attempt (RFC 9110, section 10.2.3).", "1", "^[1-9][0-9]*$"),
        [RateLimitHeaders.Limit] = Maybe("How many requests the rate limit policy that has least left admits; like the other four, absent where requests are not limited.", "100", "^[1-9][0-9]*$"),
        [RateLimitHeaders.Remaining] = Maybe("How many more of them it admits now.", "99", "^[0-9]+$"),
        [RateLimitHeaders.Reset] = Maybe("When it admits more, in Unix seconds.", "1893456000", "^[0-9]+$"),
        [RateLimitHeaders.Policy] = Maybe(
            "The policies that this request counts under: `q` requests within `w` seconds (draft-ietf-httpapi-ratelimit-headers).", "\"api\";q=100;w=60"),
        [RateLimitHeaders.State] = Maybe("What they have left: `r` requests now, and more in `t` seconds.", "\"api\";r=99;t=60"),
        [RetryAfterProgress] = Maybe("Where an earlier request with the same Idempotency-Key is being carried out: seconds to wait before the next attempt.", "1", "^[1-9][0-9]*$"),
        [HttpHeaders.IdempotencyReplayed] = Maybe("Where the answer is that to an earlier request with the same Idempotency-Key, and nothing was done.", "true", "^true$"),
        ["WWW-Authenticate"] = Sent("How to authenticate (RFC 6750, section 3).", "Bearer realm=\"CleanApi\"", "^Bearer realm="),
        [ChallengeOfScope] = Maybe(
            "Where an API key lacks a scope: which one (RFC 6750, section 3.1).", "Bearer realm=\"CleanApi\", error=\"insufficient_scope\", scope=\"users:read\"", "^Bearer realm="),
        ["Set-Cookie"] = Maybe("`access_token` and `refresh_token`, for browsers: HttpOnly, SameSite=Lax. Absent while a second factor is asked for.", "access_token=eyJhbGciOiJSUzI1NiJ9; max-age=900; path=/; samesite=lax; httponly"),
    };

    /// <summary>References to headers by name; what follows a dot tells several descriptions of one header apart.</summary>
    public static Dictionary<string, IOpenApiHeader> Refer(OpenApiDocument document, params IEnumerable<string> names)
    {
        var references = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (document.Components?.Headers?.ContainsKey(name) != true)
            {
                document.AddComponent<IOpenApiHeader>(name, All[name]);
            }

            references.Add(name.Split('.')[0], new OpenApiHeaderReference(name, document));
        }

        return references;
    }

    private static OpenApiHeader Sent(string description, string example, string? pattern = null) => new()
    {
        Description = description,
        Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = pattern },
        Example = JsonValue.Create(example),
    };

    private static OpenApiHeader Maybe(string description, string example, string? pattern = null)
    {
        var header = Sent(description, example, pattern);
        header.Required = false;
        return header;
    }

    private static OpenApiHeader Fixed(string description, string value)
    {
        var header = Sent(description, value);
        ((OpenApiSchema)header.Schema!).Const = value;
        return header;
    }
}
