using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Files;

/// <summary>Memory holds no file: bytes are stored as they come, and what is too much is not read.</summary>
[Trait("Requirement", "R175")]
public sealed class FileStreamingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Path = "/api/v1/files";
    private const int Megabyte = 1024 * 1024;
    private const string Part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n";

    [Fact]
    public async Task What_has_come_of_a_file_is_on_the_disk_before_the_rest_comes()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        using var content = new PausingContent();
        var upload = client.PostAsync(Path, content);

        // The server's buffers hold a megabyte of a body at most.
        await Probe.UntilAsync("eight of nine megabytes are stored", () => Task.FromResult(Lengths().Any(length => length >= 8 * Megabyte)));
        upload.IsCompleted.Should().BeFalse();
        content.GoOn();

        using var created = await upload;
        created.StatusCode.Should().Be(HttpStatusCode.Created);
        (await created.JsonAsync()).At("data.attributes.size").GetInt64().Should().Be(9 * Megabyte);
    }

    // What could be the beginning of a boundary is held back by its reader, so some bytes more come than are counted.
    [Theory]
    [InlineData("Transfer-Encoding: chunked", (10 * Megabyte) + 65)]
    [InlineData("Content-Length: 1000000000", 0)]
    public async Task What_is_too_much_is_refused_while_the_rest_has_not_come(string framing, int size)
    {
        var start = Encoding.ASCII.GetBytes(Part);
        byte[] body = size == 0 ? [] : [.. start, .. new byte[size - "%PDF-1.7\n".Length]];
        var chunk = size == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{body.Length + 1000:x}\r\n");
        var head = $"POST {Path} HTTP/1.1\r\nHost: api.test\r\nConnection: close\r\nAuthorization: Bearer {await api.TokenAsync(ApiFixture.Member)}\r\n"
            + $"Content-Type: multipart/form-data; boundary=b\r\n{framing}\r\n\r\n{chunk}";

        var answer = await Wire.SendRawAsync(api, [.. Encoding.ASCII.GetBytes(head), .. body]);

        (answer.Status, answer.Code).Should().Be((413, "PAYLOAD_TOO_LARGE"));
        Lengths().Should().NotContain(length => length > 9 * Megabyte);
    }

    private IEnumerable<long> Lengths() => Directory.Exists(api.FileDirectory) ? new DirectoryInfo(api.FileDirectory).EnumerateFiles().Select(file => file.Length) : [];

    // Nine megabytes of a file, and the end of the body only when it is told to go on.
    private sealed class PausingContent : HttpContent
    {
        private readonly TaskCompletionSource going = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public PausingContent() => Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        public void GoOn() => going.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Part));
            await stream.WriteAsync(new byte[(9 * Megabyte) - "%PDF-1.7\n".Length]);
            await stream.FlushAsync();
            await going.Task;
            await stream.WriteAsync(Encoding.ASCII.GetBytes("\r\n--b--\r\n"));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
