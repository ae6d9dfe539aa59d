using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Sends raw bytes that no HTTP client would send.</summary>
internal static class Wire
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends a request with an exact target.</summary>
    /// <param name="api">The API.</param>
    /// <param name="requestLine">Method, target and version.</param>
    /// <param name="headers">Further lines, in addition to Host and Connection: close.</param>
    public static Task<Answer> SendAsync(ApiFixture api, string requestLine, params string[] headers) =>
        SendAsync(api, requestLine, "", headers);

    /// <summary>Sends a request with an exact target and a body.</summary>
    public static Task<Answer> SendAsync(ApiFixture api, string requestLine, string body, IEnumerable<string> headers)
    {
        IEnumerable<string> length = body.Length == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}")];
        return SendRawAsync(api, Encoding.UTF8.GetBytes(string.Join("\r\n", [requestLine, "Host: api.test", "Connection: close", .. headers, .. length, "", body])));
    }

    /// <summary>Sends bytes, and reads until the server closes the connection.</summary>
    public static async Task<Answer> SendRawAsync(ApiFixture api, byte[] request)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var client = await ConnectAsync(api, deadline.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(request, deadline.Token);
        return Parse(await ReadAsync(stream, deadline.Token));
    }

    /// <summary>Sends bytes and closes the connection.</summary>
    public static async Task LeaveAsync(ApiFixture api, byte[] request)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var client = await ConnectAsync(api, deadline.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(request, deadline.Token);
    }

    private static async Task<TcpClient> ConnectAsync(ApiFixture api, CancellationToken cancellationToken)
    {
        using var http = api.Anonymous;
        var client = new TcpClient();
        await client.ConnectAsync(http.BaseAddress!.Host, http.BaseAddress.Port, cancellationToken);
        return client;
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var received = new MemoryStream();
        try
        {
            await stream.CopyToAsync(received, cancellationToken);
        }
        catch (IOException) when (received.Length > 0)
        {
            // Reset after the response: the server had not read the whole request.
        }

        return Encoding.UTF8.GetString(received.ToArray());
    }

    private static Answer Parse(string text)
    {
        var (head, body) = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var end and > 0 ? (text[..end], text[(end + 4)..]) : (text, "");
        var lines = head.Split("\r\n");
        lines[0].Should().StartWith("HTTP/1.1 ", "that is an answer");
        return new Answer(
            int.Parse(lines[0].AsSpan(9, 3), CultureInfo.InvariantCulture),
            lines.Skip(1).Select(line => line.Split(':', 2)).GroupBy(line => line[0], line => line[1].Trim(), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(header => header.Key, header => string.Join(", ", header), StringComparer.OrdinalIgnoreCase),
            body);
    }
}
