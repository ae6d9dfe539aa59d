using CleanApi.Domain.Common;
using CleanApi.Domain.Files;
using CleanApi.Infrastructure.Files;
using CleanApi.WebApi.IntegrationTests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanApi.WebApi.IntegrationTests.Files;

/// <summary>What becomes of bytes: a quota bounds them, nothing is left of what failed, and an outage of the storage is told as one.</summary>
public sealed class FileStorageTests(FileStorageTests.SmallQuota api) : IClassFixture<FileStorageTests.SmallQuota>
{
    private const string Path = "/api/v1/files";

    [Fact]
    public async Task An_organization_stores_no_more_than_its_quota_also_at_once_and_what_is_refused_leaves_nothing()
    {
        using var client = await api.ClientAsync(ApiFixture.OtherAdmin);
        var bytes = new byte[300 * 1024];
        UploadedFile.Pdf.Bytes.CopyTo(bytes, 0);
        var file = UploadedFile.Pdf with { Bytes = bytes };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = file.Content() })));

        answers.Where(answer => answer.Status == 201).Should().HaveCount(3);
        var refused = answers.Where(answer => answer.Status == 409).ToList();
        refused.Should().HaveCount(3).And.OnlyContain(answer => answer.Json.Text("error.details.0.code") == "STORAGE_QUOTA");
        refused[0].Json.Text("error.message").Should().Contain($"{(1024 * 1024) - (3 * bytes.Length)} bytes left");
        Directory.EnumerateFiles(api.FileDirectory).Where(path => new FileInfo(path).Length == bytes.Length).Should().HaveCount(3);

        // What is deleted does not count.
        using var deleted = await client.DeleteAsync(answers.First(answer => answer.Status == 201).Header("Location"));
        (await client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = file.Content() })).Status.Should().Be(201);
    }

    [Fact]
    public async Task Housekeeping_deletes_what_no_file_has_once_no_file_can_come_to_have_it()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var kept = (await client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = UploadedFile.Pdf.Content() })).Json.Text("data.id")!;
        var now = api.Clock.GetUtcNow();
        var (old, young) = (TypeId.New<StoredFileId>(now.AddHours(-2)).ToString(), TypeId.New<StoredFileId>(now).ToString());
        string[] names = [old, young, TypeId.New<StoredFileId>(now.AddHours(-2)) + ".part", young + ".part", "somebody-elses.txt"];
        foreach (var name in names)
        {
            await File.WriteAllTextAsync(At(name), "x");
        }

        await RunAsync();
        names.Where(name => File.Exists(At(name))).Should().BeEquivalentTo(young, young + ".part", "somebody-elses.txt");

        api.Clock.Advance(TimeSpan.FromHours(2));
        await RunAsync();
        names.Where(name => File.Exists(At(name))).Should().BeEquivalentTo("somebody-elses.txt");
        File.Exists(At(kept)).Should().BeTrue();
    }

    [Fact]
    public async Task A_storage_that_is_gone_or_has_lost_bytes_is_unavailable_and_nothing_is_recorded()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var location = (await client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = UploadedFile.Pdf.Content() })).Header("Location")!;
        var aside = api.FileDirectory + "-aside";
        Directory.Move(api.FileDirectory, aside);
        await File.WriteAllTextAsync(api.FileDirectory, "in the way");
        try
        {
            (await client.AnswerAsync("GET", $"{location}/content")).ShouldBeError(503, "SERVICE_UNAVAILABLE");
            var count = await CountAsync();
            (await client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = UploadedFile.Pdf.Content() })).ShouldBeError(503, "SERVICE_UNAVAILABLE");
            (await CountAsync()).Should().Be(count);
        }
        finally
        {
            File.Delete(api.FileDirectory);
            Directory.Move(aside, api.FileDirectory);
        }

        (await client.AnswerAsync("GET", $"{location}/content")).Status.Should().Be(200);
    }

    private Task RunAsync() => api.Services.GetServices<IHostedService>().OfType<FileHousekeeping>().Single().RunOnceAsync(CancellationToken.None);

    private Task<long> CountAsync() => api.ScalarAsync<long>("select count(*) from files.stored_files");

    private string At(string name) => System.IO.Path.Combine(api.FileDirectory, name);

    /// <summary>An API whose organizations store a megabyte.</summary>
    public sealed class SmallQuota : ApiFixture
    {
        /// <inheritdoc />
        protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["Storage:QuotaMegabytes"] = "1" };
    }
}
