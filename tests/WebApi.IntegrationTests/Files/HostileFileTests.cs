using System.Net.Http.Headers;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Files;

/// <summary>Files that are meant to do harm are refused, or do none.</summary>
[Trait("Requirement", "R175")]
public sealed class HostileFileTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Path = "/api/v1/files";

    public static TheoryData<string> Files => [.. HostileFile.All.Select(file => file.What)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_refused_and_leaves_nothing_or_is_saved_as_what_it_is_and_never_shown(string what)
    {
        var file = HostileFile.All.Single(one => one.What == what);
        using var client = await api.ClientAsync(ApiFixture.Member);
        var before = Stored();

        var answer = await client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = Content(file) });

        if (!file.IsTaken)
        {
            answer.ShouldBeError(422, "VALIDATION_ERROR");
            Stored().Should().BeEquivalentTo(before);
            return;
        }

        answer.Status.Should().Be(201, answer.ToString());
        Stored().Except(before).Should().Equal(answer.Json.Text("data.id"));
        using var saved = await client.GetAsync($"{answer.Header("Location")}/content");
        (await saved.Content.ReadAsByteArrayAsync()).Should().Equal(file.Bytes);
        var headers = saved.Content.Headers;
        (headers.ContentType!.ToString(), headers.ContentDisposition!.DispositionType, headers.ContentDisposition.FileNameStar).Should().Be((file.ContentType, "attachment", file.Name));
        headers.ContentDisposition.Parameters.Should().HaveCount(2);
        (saved.Headers.GetValues("X-Content-Type-Options").Single(), saved.Headers.GetValues("Content-Security-Policy").Single())
            .Should().Be(("nosniff", "default-src 'none'; frame-ancestors 'none'"));
    }

    private static ByteArrayContent Content(HostileFile file)
    {
        var content = new ByteArrayContent(file.Body());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        return content;
    }

    private List<string> Stored() => Directory.Exists(api.FileDirectory) ? [.. Directory.EnumerateFiles(api.FileDirectory).Select(path => System.IO.Path.GetFileName(path))] : [];
}
