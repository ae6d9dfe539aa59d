namespace CleanApi.WebApi.IntegrationTests.Posts;

public sealed class GetPostTests(PostsApi api) : IClassFixture<PostsApi>
{
    [Fact]
    public async Task A_new_post_is_where_its_creation_says()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        using var created = await member.PostJsonAsync(await api.PathAsync(ApiFixture.Member), new { title = "Found again", body = "Here.", status = "PUBLISHED" });
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);

        using var found = await viewer.GetAsync(created.Headers.Location);

        found.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        found.Headers.ETag.Should().Be(created.Headers.ETag);
        (await found.JsonAsync()).At("data").GetRawText().Should().Be((await created.JsonAsync()).At("data").GetRawText());
    }

    [Fact]
    public async Task A_post_of_another_organization_does_not_exist()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        using var created = await member.PostJsonAsync(await api.PathAsync(ApiFixture.Member), new { title = "Ours", status = "PUBLISHED" });
        using var other = await api.ClientAsync(ApiFixture.OtherAdmin);

        using var answer = await other.GetAsync(created.Headers.Location);

        answer.StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
    }
}
