using System.IO.Compression;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>What everybody may read is compressed, and nothing else.</summary>
public sealed class CompressionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/docs")]
    [InlineData("/docs/swagger-ui.css")]
    [InlineData("/docs/errors")]
    [InlineData("/docs/docs.css")]
    [InlineData("/auth/assets/auth.css")]
    public async Task Public_documents_are_compressed_with_headers_that_caches_understand(string path)
    {
        using var plain = await GetAsync(path);
        var content = await plain.Content.ReadAsByteArrayAsync();
        foreach (var encoding in (string[])["br", "gzip"])
        {
            using var response = await GetAsync(path, ("Accept-Encoding", encoding));
            response.Content.Headers.ContentEncoding.Should().Equal(encoding);
            response.Headers.Vary.Should().Contain("Accept-Encoding");
            response.Headers.CacheControl!.ToString().Should().Be(plain.Headers.CacheControl!.ToString());
            (await UnpackAsync(response, encoding)).Should().Equal(content);
            (await response.Content.ReadAsByteArrayAsync()).Length.Should().BeLessThan(content.Length);
            if (response.Headers.ETag is { } tag)
            {
                tag.IsWeak.Should().BeTrue("the bytes differ from those of the plain answer");
                using var again = await GetAsync(path, ("Accept-Encoding", encoding), ("If-None-Match", tag.ToString()));
                ((int)again.StatusCode, again.Headers.ETag).Should().Be((304, tag));
                again.Headers.Vary.Should().Contain("Accept-Encoding");
            }
        }

        if (plain.Headers.ETag is { } strong)
        {
            strong.IsWeak.Should().BeFalse();
            foreach (var known in new[] { strong.ToString(), $"W/{strong}" })
            {
                using var again = await GetAsync(path, ("If-None-Match", known));
                ((int)again.StatusCode, again.Headers.ETag).Should().Be((304, strong), "nothing is packed without Accept-Encoding");
            }
        }

        plain.Headers.Vary.Should().Contain("Accept-Encoding");
        plain.Content.Headers.ContentEncoding.Should().BeEmpty();
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/docs/swagger-ui.css")]
    public async Task A_precondition_has_its_grammar_here_too(string path)
    {
        foreach (var header in new[] { "If-Match", "If-None-Match" })
        {
            using var response = await GetAsync(path, (header, "*, \"3\""));
            ((int)response.StatusCode).Should().Be(400, header);
        }
    }

    [Fact]
    public async Task The_document_is_read_at_the_version_that_If_Match_names()
    {
        using var present = await GetAsync("/openapi/v1.json");
        foreach (var (tag, status) in new[] { ("\"3\"", 412), (present.Headers.ETag!.ToString(), 200), ("*", 200) })
        {
            using var response = await GetAsync("/openapi/v1.json", ("If-Match", tag));
            ((int)response.StatusCode).Should().Be(status, tag);
        }
    }

    [Fact]
    public async Task What_a_person_reads_is_not_compressed()
    {
        using var client = new HttpClient { BaseAddress = api.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await api.TokenAsync(ApiFixture.Admin));
        foreach (var path in (string[])["/api/v1/users", "/api/v1/me", "/auth/signin", "/.well-known/openid-configuration/jwks"])
        {
            var answer = await client.AnswerAsync("GET", path, ("Accept-Encoding", "br, gzip"));
            (answer.Status, answer.Header("Content-Encoding"), answer.Header("Vary")?.Contains("Encoding", StringComparison.Ordinal) ?? false).Should().Be((200, null, false), path);
        }
    }

    private static async Task<byte[]> UnpackAsync(HttpResponseMessage response, string encoding)
    {
        using var packed = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        await using Stream reader = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var content = new MemoryStream();
        await reader.CopyToAsync(content);
        return content.ToArray();
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient { BaseAddress = api.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, path).With(headers);
        var response = await client.SendAsync(request);
        await response.Content.LoadIntoBufferAsync();
        return response;
    }
}
