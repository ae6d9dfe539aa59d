using CleanApi.Tests.Shared;

namespace CleanApi.WebApi.IntegrationTests.Files;

public sealed class FileMatrixTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Category", "Committed")]
    [Trait("Requirement", "R8")]
    public async Task What_each_role_is_answered_about_a_file_is_the_committed_matrix() =>
        CommittedFile.ShouldBe("docs/file-permissions.md", await FileMatrix.PageAsync(api));
}
