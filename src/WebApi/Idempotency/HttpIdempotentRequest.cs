using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Common.Idempotency;
using CleanApi.WebApi.Requests;

namespace CleanApi.WebApi.Idempotency;

/// <summary>The present HTTP request with its key. A feature of the HttpContext.</summary>
/// <param name="context">The request.</param>
/// <param name="key">Its key.</param>
internal sealed class HttpIdempotentRequest(HttpContext context, string key) : IdempotentRequest
{
    private byte[] body = [];
    private bool isReceived;
    private byte[]? fingerprint;

    /// <inheritdoc />
    public override string Key { get; } = key;

    /// <inheritdoc />
    public override string Operation => $"{context.Request.Method} {context.Request.PathBase}{context.Request.Path}";

    /// <inheritdoc />
    public override ReadOnlyMemory<byte> Fingerprint => fingerprint ??= SHA256.HashData(
        [.. Hash(Operation), .. Hash(context.Request.QueryString.Value ?? ""), .. Hash(isReceived ? "" : context.Request.ContentType ?? ""), .. body]);

    /// <inheritdoc />
    public override void MarkReplayed() => context.Response.Headers[HttpHeaders.IdempotencyReplayed] = "true";

    /// <inheritdoc />
    public override void Receive(ReadOnlySpan<byte> content) => (isReceived, body) = (true, SHA256.HashData(content));

    /// <summary>Takes note of the body, as it was sent.</summary>
    public void Read(ReadOnlySpan<byte> sent) => body = SHA256.HashData(sent);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
