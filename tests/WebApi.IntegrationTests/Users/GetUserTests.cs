using System.Net;
using System.Net.Http.Headers;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class GetUserTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Unknown = "usr_01h455vb4pex5vsknk084sn02q";

    [Fact]
    [Trait("Requirement", "R24")]
    [Trait("Requirement", "R37")]
    [Trait("Requirement", "R189")]
    public async Task A_member_reads_another_user_with_attributes_and_relationships()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var id = await api.UserIdAsync(ApiFixture.Viewer);
        var body = await client.JsonAsync($"/api/v1/users/{id}");
        body.Text("data.id").Should().Be(id);
        body.Text("data.type").Should().Be("user");
        body.Text("data.attributes.email").Should().Be(ApiFixture.Viewer);
        body.Text("data.attributes.role").Should().Be("VIEWER");
        body.Text("data.relationships.organization.type").Should().Be("organization");
        body.Text("meta.requestId").Should().StartWith("req_");
    }

    [Fact]
    [Trait("Requirement", "R186")]
    [Trait("Requirement", "R60")]
    public async Task Another_organizations_user_looks_like_one_that_never_existed()
    {
        using var client = await api.ClientAsync(ApiFixture.Admin);
        var foreign = await api.UserIdAsync(ApiFixture.OtherAdmin);
        using var other = await client.GetAsync($"/api/v1/users/{foreign}");
        using var unknown = await client.GetAsync($"/api/v1/users/{Unknown}");
        other.StatusCode.Should().Be(HttpStatusCode.NotFound);
        unknown.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await other.JsonAsync()).Text("error.message").Should().Be($"User with ID {foreign} not found");
        (await unknown.JsonAsync()).Text("error.message").Should().Be($"User with ID {Unknown} not found");
    }

    [Fact]
    public async Task A_version_that_the_client_has_is_not_sent_again()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        var id = await api.UserIdAsync(ApiFixture.Member);
        using var first = await client.GetAsync($"/api/v1/users/{id}");
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/users/{id}");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        using var second = await client.SendAsync(again);
        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await second.Content.ReadAsStringAsync()).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R173")]
    public async Task A_malformed_id_is_refused()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        using var response = await client.GetAsync("/api/v1/users/org_01h455vb4pex5vsknk084sn02q");
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await response.JsonAsync()).Text("error.details.0.message").Should().Be("Invalid ID format");
    }
}
