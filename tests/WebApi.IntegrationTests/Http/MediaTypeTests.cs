using System.Text;
using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The media type of each body of the served document.</summary>
public sealed class MediaTypeTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [Trait("Requirement", "R57")]
    [Trait("Requirement", "R225")]
    [Trait("Requirement", "R242")]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/json-patch+json")]
    [InlineData("application/problem+json")]
    [InlineData("application/*")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json;charset=latin1")]
    [InlineData("application/octet-stream")]
    [InlineData("json")]
    [InlineData("application/json, text/plain")]
    [InlineData(";;;")]
    public async Task Another_one_is_refused_with_those_that_are_taken(string? mediaType)
    {
        var tenant = await TenantData.OfAsync(api, ApiFixture.Viewer);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var before = await tenant.ChecksumsAsync();
        List<string> faults = [];
        foreach (var (operation, body) in (await ServedDocument.ReadAsync(api)).WithBody.Where(one => !one.Body.MediaTypes.Contains(mediaType)))
        {
            var answer = await client.AnswerAsync(operation.Request(tenant.Id, "", Encoding.UTF8.GetBytes(body.Example.ToJsonString()), mediaType));
            var taken = string.Join(", ", body.MediaTypes);
            faults.AddRange((answer.Status == 415 && answer.Header(Header(operation.Method)) == taken ? Envelope.Faults(answer) : [$"{answer.Header(Header(operation.Method))} {answer}"])
                .Select(fault => $"{operation}: {fault}"));
        }

        faults.Should().BeEmpty();
        (await tenant.ChecksumsAsync()).Should().BeEquivalentTo(before);
    }

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task Each_documented_one_is_taken()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        foreach (var (operation, body) in (await ServedDocument.ReadAsync(api)).WithBody)
        {
            foreach (var mediaType in body.MediaTypes)
            {
                (await client.AnswerAsync(operation.Request(TenantData.Unknown, "", "[]"u8.ToArray(), mediaType))).Status.Should().Be(422, $"{operation} {mediaType}");
            }
        }
    }

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task An_encoded_body_is_refused_with_the_encoding_that_is_taken()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        foreach (var (operation, _) in (await ServedDocument.ReadAsync(api)).WithBody)
        {
            var request = operation.Request(TenantData.Unknown);
            request.Content!.Headers.ContentEncoding.Add("gzip");
            var answer = await client.AnswerAsync(request);
            answer.ShouldBeError(415, "UNSUPPORTED_MEDIA_TYPE");
            answer.Header("Accept-Encoding").Should().Be("identity", operation.Id);
        }
    }

    // RFC 5789, section 2.2; LDP 1.0, section 7.1; RFC 9110, section 15.5.16.
    private static string Header(string method) => method switch { "PATCH" => "Accept-Patch", "POST" => "Accept-Post", _ => "Accept" };
}
