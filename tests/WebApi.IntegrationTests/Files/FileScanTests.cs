using System.Globalization;
using System.Text;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Files;

/// <summary>A scanner is asked about every file before it is one.</summary>
[Trait("Requirement", "R175")]
public sealed class FileScanTests(FileScanTests.Scanned api) : IClassFixture<FileScanTests.Scanned>
{
    private const string Path = "/api/v1/files";

    private static readonly UploadedFile Infected = UploadedFile.Pdf with { Bytes = Encoding.ASCII.GetBytes($"%PDF-1.7\n{FakeScanner.Signature}") };

    [Fact]
    public async Task What_is_clean_is_stored_and_was_scanned_as_a_whole()
    {
        var bytes = new byte[3_000_000];
        Random.Shared.NextBytes(bytes);
        UploadedFile.Pdf.Bytes.CopyTo(bytes, 0);

        (await UploadAsync(UploadedFile.Pdf with { Bytes = bytes })).Status.Should().Be(201);

        api.Scanner.Scanned.Should().Equal(bytes);
    }

    [Fact]
    public async Task What_is_infected_is_refused_audited_and_leaves_nothing()
    {
        var answer = await UploadAsync(Infected);

        answer.ShouldBeError(422, "VALIDATION_ERROR");
        answer.Json.Text("error.details.0.field").Should().Be("file");
        Stored().Should().NotContain(bytes => Encoding.Latin1.GetString(bytes).Contains(FakeScanner.Signature));
        (await api.ScalarAsync<string>("select action || ' ' || outcome from auditing.audit_logs where reason = 'INFECTED_FILE' limit 1")).Should().Be("file.uploaded FAILED");
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR", false)]
    [InlineData("nonsense", false)]
    [InlineData("", false)]
    [InlineData(null, true)]
    public async Task What_cannot_be_scanned_is_not_taken(string? says, bool isSilent)
    {
        var before = await CountAsync();
        (api.Scanner.Answer, api.Scanner.IsSilent) = (says, isSilent);
        try
        {
            (await UploadAsync(UploadedFile.Pdf)).ShouldBeError(503, "SERVICE_UNAVAILABLE");
        }
        finally
        {
            (api.Scanner.Answer, api.Scanner.IsSilent) = (null, false);
        }

        (await CountAsync()).Should().Be(before);
    }

    private async Task<Answer> UploadAsync(UploadedFile file)
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        return await client.AnswerAsync(new HttpRequestMessage(HttpMethod.Post, Path) { Content = file.Content() });
    }

    private Task<long> CountAsync() => api.ScalarAsync<long>("select count(*) from files.stored_files");

    private IEnumerable<byte[]> Stored() => Directory.EnumerateFiles(api.FileDirectory).Select(File.ReadAllBytes);

    /// <summary>An API with a scanner.</summary>
    public sealed class Scanned : ApiFixture
    {
        /// <summary>The scanner.</summary>
        internal FakeScanner Scanner { get; } = new();

        /// <inheritdoc />
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Storage:ClamAv:Host"] = "127.0.0.1",
            ["Storage:ClamAv:Port"] = Scanner.Port.ToString(CultureInfo.InvariantCulture),
        };

        /// <inheritdoc />
        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Scanner.DisposeAsync();
        }
    }
}
