using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class UserVersionTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [Trait("Requirement", "R242")]
    public async Task A_stale_version_is_412_and_the_present_one_goes_through(string method)
    {
        var person = await api.InviteAsync();
        var stale = (await api.GetAsync(ApiFixture.Admin, person.Path)).Headers["ETag"];
        var changed = (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name = "Somebody else's" }, stale)).Expect(HttpStatusCode.OK);
        var body = method == "DELETE" ? null : new { name = "Late", role = "MEMBER" };
        var late = await api.SendAsync(ApiFixture.Admin, method, person.Path, body, stale);
        late.Expect(HttpStatusCode.PreconditionFailed).Text("error.code").Should().Be("PRECONDITION_FAILED");
        (await api.AuditAsync(late)).Should().BeEmpty();
        var read = await api.GetAsync(ApiFixture.Admin, person.Path);
        (read.Text("data.attributes.name"), read.Headers["ETag"]).Should().Be(("Somebody else's", changed.Headers["ETag"]));
        (await api.SendAsync(ApiFixture.Admin, method, person.Path, body, changed.Headers["ETag"]))
            .Expect(method == "DELETE" ? HttpStatusCode.NoContent : HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("\"1\"", HttpStatusCode.OK)]
    [InlineData("W/\"1\"", HttpStatusCode.OK)]
    [InlineData("\"7\", \"1\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"x\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"01\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"1\", *", HttpStatusCode.BadRequest)]
    [InlineData("w/\"1\"", HttpStatusCode.BadRequest)]
    [InlineData("1", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [Trait("Requirement", "R242")]
    public async Task If_Match_names_the_versions_that_will_do(string ifMatch, HttpStatusCode expected)
    {
        var person = await api.InviteAsync();
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name = "Other" }, ifMatch)).Expect(expected);
    }

    [Theory]
    [InlineData("\"1\"", HttpStatusCode.OK)]
    [InlineData("W/\"1\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"01\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("*, \"1\"", HttpStatusCode.BadRequest)]
    public async Task A_read_is_of_the_version_that_If_Match_names(string ifMatch, HttpStatusCode expected)
    {
        var person = await api.InviteAsync();
        (await api.SendAsync(ApiFixture.Admin, "GET", person.Path, ifMatch: ifMatch)).Expect(expected);
        // What embeds other resources has no version of its own (RFC 9110, section 13.1.1).
        (await api.SendAsync(ApiFixture.Admin, "GET", $"{person.Path}?include=organization", ifMatch: ifMatch))
            .Expect(ifMatch == "*" || expected == HttpStatusCode.BadRequest ? expected : HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    [Trait("Requirement", "R154")]
    public async Task A_change_makes_a_new_version_and_nothing_else_does()
    {
        var person = await api.InviteAsync(name: "Same");
        var first = await api.GetAsync(ApiFixture.Admin, person.Path);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var same = (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name = " Same ", role = "MEMBER" })).Expect(HttpStatusCode.OK);
        (same.Headers["ETag"], same.Text("data.attributes.updatedAt")).Should().Be((first.Headers["ETag"], first.Text("data.attributes.updatedAt")));
        (await api.AuditAsync(same)).Should().BeEmpty();
        var other = (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name = "Other", role = "VIEWER" })).Expect(HttpStatusCode.OK);
        (first.Headers["ETag"], other.Headers["ETag"]).Should().Be(("\"1\"", "\"2\""));
        other.Body.At("data.attributes.updatedAt").GetDateTimeOffset().Should().BeAfter(first.Body.At("data.attributes.updatedAt").GetDateTimeOffset());
        other.Text("data.attributes.createdAt").Should().Be(first.Text("data.attributes.createdAt"));
    }

    [Fact]
    public async Task Of_several_who_saw_the_same_version_one_writes()
    {
        var person = await api.InviteAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name = $"N{i}" }, "\"1\"")));
        answers.Select(answer => answer.Status).Order().Should()
            .Equal([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, answers.Length - 1)]);
        var winner = answers.Single(answer => answer.Status == HttpStatusCode.OK);
        (await api.GetAsync(ApiFixture.Admin, person.Path)).Body.At("data").GetRawText().Should().Be(winner.Body.At("data").GetRawText());
    }
}
