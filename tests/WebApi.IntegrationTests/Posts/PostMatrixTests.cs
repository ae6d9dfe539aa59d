using CleanApi.Tests.Shared;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Posts;

public sealed class PostMatrixTests(PostsApi api) : IClassFixture<PostsApi>
{
    [Fact]
    [Trait("Category", "Committed")]
    [Trait("Requirement", "R8")]
    public async Task What_each_role_is_answered_about_a_post_is_the_committed_matrix() =>
        CommittedFile.ShouldBe("docs/post-permissions.md", await PostMatrix.PageAsync(api));

    [Theory]
    [InlineData("GET", "", null)]
    [InlineData("PUT", "", """{"title":"T"}""")]
    [InlineData("PATCH", "", """{"title":"T"}""")]
    [InlineData("DELETE", "", null)]
    [InlineData("POST", "/publish", null)]
    [InlineData("POST", "/archive", null)]
    [Trait("Requirement", "R7")]
    public async Task A_draft_of_somebody_else_is_a_post_that_never_existed(string method, string verb, string? json)
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        var draft = await api.StoreAsync(ApiFixture.Admin, "DRAFT");
        const string Unknown = "post_01h455vb4pex5vsknk084sn02q";
        Task<Answer> SendAsync(string id) => json is null ? member.AnswerAsync(method, PostsApi.At(id) + verb) : member.AnswerAsync(method, PostsApi.At(id) + verb, json);

        var (hidden, unknown) = (await SendAsync(draft), await SendAsync(Unknown));

        (hidden.Status, unknown.Status).Should().Be((404, 404));
        PostsApi.Anonymized(hidden.Json).Replace(draft, Unknown, StringComparison.Ordinal).Should().Be(PostsApi.Anonymized(unknown.Json));
    }

    [Fact]
    public async Task A_denied_change_of_another_s_post_is_in_the_audit_log_and_changes_nothing()
    {
        // Nobody who has been refused the same before: repetitions are recorded once.
        using var member = await api.ClientAsync("user12@acme.test");
        var id = await api.StoreAsync(ApiFixture.Admin, "PUBLISHED");
        (await member.AnswerAsync("DELETE", PostsApi.At(id))).Status.Should().Be(403);
        (await api.AuditAsync(id)).Should().Be("post.deleted DENIED");
        (await api.EventsAsync(id)).Should().BeNull();
        (await member.AnswerAsync("GET", PostsApi.At(id))).Status.Should().Be(200);
    }
}
