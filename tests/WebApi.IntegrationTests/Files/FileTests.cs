using System.Net;
using System.Net.Http.Headers;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Files;

/// <summary>Files are uploaded, listed, downloaded and deleted.</summary>
public sealed class FileTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Path = "/api/v1/files";
    private const int MaxSize = 10 * 1024 * 1024;

    [Fact]
    [Trait("Requirement", "R175")]
    public async Task A_file_is_uploaded_downloaded_in_parts_and_deleted()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        using var created = await client.PostAsync(Path, UploadedFile.Pdf.Content());
        var (location, body) = (created.Headers.Location!.ToString(), await created.JsonAsync());
        created.StatusCode.Should().Be(HttpStatusCode.Created);
        (body.Text("data.attributes.name"), body.Text("data.attributes.contentType"), body.At("data.attributes.size").GetInt64())
            .Should().Be(("report.pdf", "application/pdf", UploadedFile.Pdf.Bytes.Length));
        body.Text("data.attributes.sha256").Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(UploadedFile.Pdf.Bytes)));

        (await client.JsonAsync($"{Path}?limit=1")).Text("data.0.id").Should().Be(body.Text("data.id"));
        using var whole = await client.GetAsync($"{location}/content");
        (await whole.Content.ReadAsByteArrayAsync()).Should().Equal(UploadedFile.Pdf.Bytes);
        (whole.Content.Headers.ContentDisposition!.DispositionType, whole.Content.Headers.ContentDisposition.FileNameStar).Should().Be(("attachment", "report.pdf"));
        using var part = await RangeAsync(client, location, new RangeHeaderValue(1, 3));
        (part.StatusCode, await part.Content.ReadAsStringAsync()).Should().Be((HttpStatusCode.PartialContent, "PDF"));
        using var beyond = await RangeAsync(client, location, new RangeHeaderValue(1000, 2000));
        (beyond.StatusCode, (await beyond.Content.ReadAsByteArrayAsync()).Length).Should().Be((HttpStatusCode.OK, UploadedFile.Pdf.Bytes.Length));

        using var admin = await api.ClientAsync(ApiFixture.Admin);
        using var deleted = await admin.DeleteAsync(location);
        using var gone = await client.GetAsync($"{location}/content");
        (deleted.StatusCode, gone.StatusCode).Should().Be((HttpStatusCode.NoContent, HttpStatusCode.NotFound));
        await Probe.UntilAsync("its bytes are deleted", () => Task.FromResult(!File.Exists(BytesOf(body.Text("data.id")!))));
        (await AuditedAsync(body.Text("data.id")!)).Should().Equal("file.uploaded", "file.deleted");
    }

    [Fact]
    [Trait("Requirement", "R175")]
    public async Task A_file_of_10_megabytes_is_taken_and_one_of_a_byte_more_is_not()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var bytes = new byte[MaxSize + 1];
        UploadedFile.Pdf.Bytes.CopyTo(bytes, 0);

        using var largest = await client.PostAsync(Path, (UploadedFile.Pdf with { Bytes = bytes[..^1] }).Content());
        using var larger = await client.PostAsync(Path, (UploadedFile.Pdf with { Bytes = bytes }).Content());

        (largest.StatusCode, larger.StatusCode).Should().Be((HttpStatusCode.Created, HttpStatusCode.RequestEntityTooLarge));
    }

    [Theory]
    [Trait("Requirement", "R175")]
    [InlineData("report.png", "application/pdf")]
    [InlineData("report.pdf", "image/png")]
    [InlineData("report.png", "image/png")]
    [InlineData("report.svg", "image/svg+xml")]
    [InlineData("../report.pdf", "application/pdf")]
    [InlineData("report.pdf.exe", "application/pdf")]
    public async Task A_file_that_is_not_what_it_says_is_refused_and_leaves_nothing(string name, string contentType)
    {
        using var client = await api.ClientAsync(ApiFixture.OtherAdmin);
        var before = Stored();

        using var response = await client.PostAsync(Path, (UploadedFile.Pdf with { Name = name, ContentType = contentType }).Content());

        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        Stored().Should().BeSubsetOf(before);
    }

    [Fact]
    public async Task A_file_of_another_organization_is_one_that_never_existed()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        using var other = await api.ClientAsync(ApiFixture.OtherAdmin);
        using var created = await client.PostAsync(Path, UploadedFile.Pdf.Content());

        using var response = await other.GetAsync($"{created.Headers.Location}/content");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_upload_that_is_sent_again_under_its_key_is_the_same_file_and_its_bytes_are_stored_once()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var (key, before) = (Guid.NewGuid().ToString(), Stored());

        var first = await SendAsync(client, UploadedFile.Pdf, key);
        var second = await SendAsync(client, UploadedFile.Pdf, key);
        var other = await SendAsync(client, UploadedFile.Pdf with { Name = "other.pdf" }, key);

        (first.Status, second.Status, second.Header("Idempotency-Replayed")).Should().Be((201, 201, "true"));
        second.Json.Text("data.id").Should().Be(first.Json.Text("data.id"));
        (other.Status, other.Json.Text("error.details.0.code")).Should().Be((422, "IDEMPOTENCY_KEY_REUSED"));
        Stored().Except(before).Should().Equal(first.Json.Text("data.id"));
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7", 400)]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--b", 422)]
    [InlineData("nothing", 400)]
    [InlineData("--b--", 422)]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--b--", 422)]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--b--", 422)]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--b\r\n\r\nx\r\n--b--", 422)]
    public async Task A_body_that_is_broken_or_has_other_parts_is_refused_and_leaves_nothing(string body, int status)
    {
        var before = Stored();
        var answer = await Wire.SendAsync(
            api, $"POST {Path} HTTP/1.1", body, [$"Authorization: Bearer {await api.TokenAsync(ApiFixture.OtherAdmin)}", "Content-Type: multipart/form-data; boundary=b"]);
        answer.Status.Should().Be(status, answer.ToString());
        Stored().Should().BeSubsetOf(before);
    }

    [Fact]
    public async Task A_viewer_downloads_and_uploads_nothing()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        using var created = await member.PostAsync(Path, UploadedFile.Pdf.Content());

        using var read = await viewer.GetAsync($"{created.Headers.Location}/content");
        using var refused = await viewer.PostAsync(Path, UploadedFile.Pdf.Content());

        (read.StatusCode, refused.StatusCode).Should().Be((HttpStatusCode.OK, HttpStatusCode.Forbidden));
    }

    private static async Task<HttpResponseMessage> RangeAsync(HttpClient client, string location, RangeHeaderValue range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{location}/content");
        request.Headers.Range = range;
        return await client.SendAsync(request);
    }

    private static Task<Answer> SendAsync(HttpClient client, UploadedFile file, string key) =>
        client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = file.Content() }.With(("Idempotency-Key", key)));

    private string BytesOf(string id) => System.IO.Path.Combine(api.FileDirectory, id);

    private List<string> Stored() => Directory.Exists(api.FileDirectory) ? [.. Directory.EnumerateFiles(api.FileDirectory).Select(path => System.IO.Path.GetFileName(path))] : [];

    private async Task<IReadOnlyList<string>> AuditedAsync(string id) =>
        (await api.ScalarAsync<string[]>($"select array_agg(action order by created_at, id) from auditing.audit_logs where target_id = '{id}'"))!;
}
