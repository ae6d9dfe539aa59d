using System.Net;
using System.Net.Http.Headers;

namespace CleanApi.WebApi.IntegrationTests.Files;

public sealed class FileTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Path = "/api/v1/files";
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n%%EOF"u8];

    [Fact]
    public async Task A_file_is_uploaded_downloaded_in_parts_and_deleted()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        using var created = await UploadAsync(client, Pdf, "report.pdf", "application/pdf");
        var location = created.Headers.Location!.ToString();
        created.StatusCode.Should().Be(HttpStatusCode.Created);

        (await client.GetByteArrayAsync($"{location}/content")).Should().Equal(Pdf);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{location}/content") { Headers = { Range = new RangeHeaderValue(1, 3) } };
        using var part = await client.SendAsync(request);
        (part.StatusCode, await part.Content.ReadAsStringAsync()).Should().Be((HttpStatusCode.PartialContent, "PDF"));
        part.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");

        using var admin = await api.ClientAsync(ApiFixture.Admin);
        using var deleted = await admin.DeleteAsync(location);
        using var gone = await client.GetAsync($"{location}/content");
        (deleted.StatusCode, gone.StatusCode).Should().Be((HttpStatusCode.NoContent, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_file_of_10_megabytes_is_taken_and_one_of_a_byte_more_is_not()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var bytes = new byte[(10 * 1024 * 1024) + 1];
        Pdf.CopyTo(bytes, 0);

        using var largest = await UploadAsync(client, bytes[..^1], "a.pdf", "application/pdf");
        using var larger = await UploadAsync(client, bytes, "a.pdf", "application/pdf");

        (largest.StatusCode, larger.StatusCode).Should().Be((HttpStatusCode.Created, HttpStatusCode.RequestEntityTooLarge));
    }

    [Theory]
    [InlineData("report.png", "application/pdf")]
    [InlineData("report.pdf", "image/png")]
    [InlineData("report.png", "image/png")]
    [InlineData("report.svg", "image/svg+xml")]
    [InlineData("../report.pdf", "application/pdf")]
    [InlineData("report.pdf.exe", "application/pdf")]
    public async Task A_file_that_is_not_what_it_says_is_refused(string name, string contentType)
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        using var response = await UploadAsync(client, Pdf, name, contentType);
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_file_of_another_organization_is_one_that_never_existed()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        using var other = await api.ClientAsync(ApiFixture.OtherAdmin);
        using var created = await UploadAsync(client, Pdf, "report.pdf", "application/pdf");

        using var response = await other.GetAsync($"{created.Headers.Location}/content");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] bytes, string name, string contentType)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return client.PostAsync(Path, new MultipartFormDataContent { { content, "file", name } });
    }
}
