using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class ActivateUserTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Fact]
    [Trait("Requirement", "R30")]
    [Trait("Requirement", "R31")]
    public async Task Status_goes_from_invited_to_active_to_deactivated_and_back()
    {
        var person = await api.InviteAsync();
        (await api.GetAsync(ApiFixture.Member, person.Path)).Text("data.attributes.status").Should().Be("INVITED");
        foreach (var (action, status) in new[] { ("activate", "ACTIVE"), ("deactivate", "DEACTIVATED"), ("activate", "ACTIVE") })
        {
            var answer = (await api.SendAsync(ApiFixture.Admin, "POST", $"{person.Path}/{action}")).Expect(HttpStatusCode.OK);
            answer.Text("data.attributes.status").Should().Be(status);
            var read = await api.GetAsync(ApiFixture.Member, person.Path);
            read.Body.At("data").GetRawText().Should().Be(answer.Body.At("data").GetRawText());
            read.Headers["ETag"].Should().Be(answer.Headers["ETag"]);
        }
    }

    [Theory]
    [InlineData("activate")]
    [InlineData("deactivate")]
    [Trait("Requirement", "R30")]
    public async Task A_second_time_changes_nothing_and_leaves_no_trace(string action)
    {
        var person = await api.InviteAsync();
        var first = (await api.SendAsync(ApiFixture.Admin, "POST", $"{person.Path}/{action}")).Expect(HttpStatusCode.OK);
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = (await api.SendAsync(ApiFixture.Admin, "POST", $"{person.Path}/{action}")).Expect(HttpStatusCode.OK);
        second.Body.At("data").GetRawText().Should().Be(first.Body.At("data").GetRawText());
        second.Headers["ETag"].Should().Be(first.Headers["ETag"]);
        (await api.AuditAsync(first)).Should().ContainSingle();
        (await api.AuditAsync(second)).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R30")]
    public async Task Users_can_activate_but_not_deactivate_themselves()
    {
        var path = $"{UsersApi.Path}/{await api.UserIdAsync(ApiFixture.Admin)}";
        (await api.SendAsync(ApiFixture.Admin, "POST", path + "/activate")).Expect(HttpStatusCode.OK).Text("data.attributes.status").Should().Be("ACTIVE");
        (await api.SendAsync(ApiFixture.Admin, "POST", path + "/deactivate"))
            .ExpectError(HttpStatusCode.BadRequest, "BAD_REQUEST", "Cannot deactivate your own account");
    }

    [Fact]
    [Trait("Requirement", "R30")]
    public async Task One_who_is_invited_and_deactivated_stays_in_the_lists()
    {
        var person = await api.InviteAsync();
        (await api.SendAsync(ApiFixture.Admin, "POST", person.Path + "/deactivate")).Expect(HttpStatusCode.OK);
        (await api.GetAsync(ApiFixture.Admin, $"{UsersApi.Path}?status=DEACTIVATED")).Ids.Should().Contain(person.Id);
        (await api.GetAsync(ApiFixture.Admin, $"{UsersApi.Path}?status=INVITED&limit=100")).Ids.Should().NotContain(person.Id);
    }
}
