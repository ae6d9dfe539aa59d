using CleanApi.Tests.Shared;

namespace CleanApi.WebApi.IntegrationTests.Contract;

public sealed class SnapshotTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Category", "Committed")]
    [Trait("Requirement", "R2")]
    public async Task The_served_document_is_the_committed_one()
    {
        using var client = api.Anonymous;
        CommittedFile.ShouldBe("docs/openapi/v1.json", (await client.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n");
    }
}
