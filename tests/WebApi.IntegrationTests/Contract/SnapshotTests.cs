namespace CleanApi.WebApi.IntegrationTests.Contract;

public sealed class SnapshotTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    /// <summary>Set to 1, the test writes the file instead of comparing it.</summary>
    private const string Update = "CLEANAPI_UPDATE_DOCS";

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task The_served_document_is_the_committed_one()
    {
        var file = Path.Combine(Root(), "docs", "openapi", "v1.json");
        using var client = api.Anonymous;
        var served = (await client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, served);
        }

        File.Exists(file).Should().BeTrue("{0} is the published contract; {1}=1 writes it", file, Update);
        var committed = (await File.ReadAllTextAsync(file)).Split('\n');
        var lines = served.Split('\n');
        var difference = Enumerable.Range(0, Math.Max(lines.Length, committed.Length)).FirstOrDefault(i => lines.ElementAtOrDefault(i) != committed.ElementAtOrDefault(i), -1);
        difference.Should().Be(
            -1, "the contract has changed from '{0}' to '{1}'; review it, and write it with {2}=1", committed.ElementAtOrDefault(difference), lines.ElementAtOrDefault(difference), Update);
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "CleanApi.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException($"No solution above {AppContext.BaseDirectory}.");
    }
}
